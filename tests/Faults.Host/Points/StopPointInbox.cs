using System.Collections.Concurrent;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Points;

/// <summary>
/// Has a point before and after every commit; records refused stale leases and counted attempts.
/// </summary>
internal sealed class StopPointInbox(IFollowUpInbox inner, StopPoint point) : InboxDecorator(inner)
{
    private readonly ConcurrentDictionary<long, int> _attempts = new();
    private volatile bool _received;

    public override Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken)
    {
        _received = true;
        return point.AroundAsync("commit:received", () => base.ReceiveAsync(interaction, cancellationToken));
    }

    public override async Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken)
    {
        if (_received)
        {
            // Before that there is no row to claim.
            point.Reached("before:commit:claim");
        }

        var claimed = await base.ClaimAsync(max, cancellationToken);
        if (claimed.Count > 0)
        {
            point.Reached("after:commit:claim");
        }

        foreach (var (followUp, lease) in claimed)
        {
            _attempts[lease.Id] = followUp.Attempts;
        }

        return claimed;
    }

    public override async Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter)
    {
        var renewed = await point.AroundAsync("commit:" + NameOf(followUp, leaseAfter), () => base.SaveAsync(lease, followUp, leaseAfter));
        if (renewed is null)
        {
            FaultEvidence.Say($"stale write refused: {followUp.Interaction.InteractionId} {followUp.State}");
        }
        else
        {
            SayWhatCounted(lease, followUp);
        }

        return renewed;
    }

    public override async Task<SuppressionResult?> SaveSuppressedAsync(Lease lease, SuppressionKey key, Func<CustomerHistory, FollowUp> next)
    {
        var taken = await point.AroundAsync("commit:suppression", () => base.SaveSuppressedAsync(lease, key, InTurn));
        if (taken is not null)
        {
            SayWhatCounted(lease, taken.FollowUp);
        }

        return taken;

        FollowUp InTurn(CustomerHistory history)
        {
            point.Reached("in:suppression");
            return next(history);
        }
    }

    // A step that is over begins the next one with none: only what grows was counted.
    private void SayWhatCounted(Lease lease, FollowUp followUp)
    {
        if (followUp.Attempts > _attempts.GetValueOrDefault(lease.Id))
        {
            FaultEvidence.Say($"attempt counted: {followUp.Interaction.InteractionId} {followUp.State} {followUp.Attempts}");
        }

        _attempts[lease.Id] = followUp.Attempts;
    }

    private static string NameOf(FollowUp followUp, LeaseAfter leaseAfter) => (followUp.State, leaseAfter) switch
    {
        (FollowUpState.Creating, LeaseAfter.Renew) => "intent",
        (FollowUpState.Creating, LeaseAfter.Release) => "doubt",
        (FollowUpState.Created, _) => "created",
        (FollowUpState.Done, _) => "done",
        (FollowUpState.Parked, _) => "parked",
        _ => "wait",
    };
}
