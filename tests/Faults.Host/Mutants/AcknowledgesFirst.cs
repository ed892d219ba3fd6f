using System.Collections.Concurrent;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Answers 200 and stores a moment later, one after the other, as if a queue in memory were as good as a disk.</summary>
internal sealed class AcknowledgesFirst(IFollowUpInbox inner) : InboxDecorator(inner)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    public override Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken)
    {
        var first = _seen.TryAdd(interaction.InteractionId, true);
        if (first)
        {
            lock (_lock)
            {
                _last = StoreAsync(_last, interaction);
            }
        }

        return Task.FromResult(first ? ReceiveResult.Stored : ReceiveResult.Duplicate);
    }

    private async Task StoreAsync(Task before, CompletedInteraction interaction)
    {
        await before;
        await Task.Delay(Moment, TimeProvider.System);
        await base.ReceiveAsync(interaction, CancellationToken.None);
    }
}
