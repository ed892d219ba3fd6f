using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Answers 200 even when the database failed, and so loses the webhook.</summary>
internal sealed class AcknowledgesErrors(IFollowUpInbox inner) : InboxDecorator(inner)
{
    public override async Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken)
    {
        try
        {
            return await base.ReceiveAsync(interaction, cancellationToken);
        }
        catch (InboxUnavailableException)
        {
            return ReceiveResult.Stored;
        }
    }
}
