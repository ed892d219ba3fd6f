using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>
/// Keeps the key of an interaction only until the follow-up is done, as if no sender repeated it
/// later.
/// </summary>
internal sealed class ForgetsTheSettled(IFollowUpInbox inner, IFollowUpRecords records) : InboxDecorator(inner)
{
    public override async Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(interaction.InteractionId, cancellationToken) is { FollowUp.State: FollowUpState.Done } known)
        {
            var anew = new FollowUp(interaction, known.FollowUp.ReceivedAt);
            await records.AmendAsync(known, anew, new OperatorAction(known.FollowUp.ReceivedAt, "replay", "mutant"), cancellationToken);
        }

        return await base.ReceiveAsync(interaction, cancellationToken);
    }
}
