using System.Collections.Concurrent;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Answers 200 and stores a moment later, as if a queue in memory were as good as a disk.</summary>
internal sealed class AcknowledgesFirst(IFollowUpInbox inner) : InboxInFront(inner)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    public override Task<Receipt> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken)
    {
        var first = _seen.TryAdd(interaction.InteractionId, true);
        if (first)
        {
            _ = StoreAsync(interaction);
        }

        return Task.FromResult(first ? Receipt.Stored : Receipt.Duplicate);
    }

    private async Task StoreAsync(CompletedInteraction interaction)
    {
        await Task.Delay(Moment, TimeProvider.System);
        await base.ReceiveAsync(interaction, CancellationToken.None);
    }
}
