using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Points;

/// <summary>Has a point before and after every commit, and says when a stale lease was refused.</summary>
internal sealed class WatchedInbox(IFollowUpInbox inner, StopPoint point) : InboxInFront(inner)
{
    private volatile bool _received;

    public override Task<Receipt> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken)
    {
        _received = true;
        return point.AroundAsync("commit:received", () => base.ReceiveAsync(interaction, cancellationToken));
    }

    public override async Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken)
    {
        if (_received)
        {
            // Before that there is nothing to claim.
            point.Reached("before:commit:claim");
        }

        var claimed = await base.ClaimAsync(max, cancellationToken);
        if (claimed.Count > 0)
        {
            point.Reached("after:commit:claim");
        }

        return claimed;
    }

    public override async Task<Lease?> SettleAsync(Lease lease, FollowUp followUp, bool keepLease)
    {
        var renewed = await point.AroundAsync("commit:" + NameOf(followUp, keepLease), () => base.SettleAsync(lease, followUp, keepLease));
        if (renewed is null)
        {
            Proof.Say($"stale write refused: {followUp.Interaction.InteractionId} {followUp.State}");
        }

        return renewed;
    }

    private static string NameOf(FollowUp followUp, bool keepLease) => (followUp.State, keepLease) switch
    {
        (FollowUpState.Creating, true) => "intent",
        (FollowUpState.Creating, false) => "doubt",
        (FollowUpState.Created, _) => "created",
        (FollowUpState.Done, _) => "done",
        (FollowUpState.Parked, _) => "parked",
        _ => "wait",
    };
}
