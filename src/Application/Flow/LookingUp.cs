using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Flow;

/// <summary>
/// Finds out whether a create call with an unknown outcome made the task, before anything is created again. While CXone cannot tell, the creation
/// is unconfirmed in the end: a person is asked, and CXone again wherever it may yet come to tell.
/// </summary>
internal sealed class LookingUp(
    IWorkflowTasks tasks,
    Creating creating,
    Notifying notifying,
    IFollowUpPolicies policies,
    FollowUpOptions options,
    TimeProvider time,
    Random random)
{
    // Searches lag, and a slow server may still be working: absence counts only when it was seen this often.
    private const int Questions = 3;

    // Less than the notice that an agent gets by default: in the end the task is still created before it is due. What CXone finds later is adopted
    // all the same.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public async Task<Step?> RunAsync(FollowUp followUp, Lease lease, CancellationToken cancellationToken)
    {
        // Taken up at once after a crash: the call may still be under way.
        var earliest = BegunAt(followUp) + options.LookUpDelay;
        if (time.GetUtcNow() < earliest)
        {
            return new Step(followUp with { NextAt = earliest }, lease);
        }

        var lookup = await Guarded.CallAsync(
            () => tasks.FindAsync(followUp.Interaction.InteractionId, cancellationToken), failure => new TaskLookup.Failed(failure), time)
            .ConfigureAwait(false);
        return lookup switch
        {
            TaskLookup.Found found => await notifying.RunAsync(Adopt(followUp, found.TaskIds), lease, cancellationToken).ConfigureAwait(false),
            TaskLookup.None => await AbsentAsync(followUp, lease, cancellationToken).ConfigureAwait(false),
            TaskLookup.Unsupported unsupported =>
                await CannotTellAsync(followUp, unsupported.Reason, DateTimeOffset.MaxValue, true, lease, cancellationToken).ConfigureAwait(false),
            TaskLookup.Failed failed => await FailedAsync(followUp, failed.Failure, lease, cancellationToken).ConfigureAwait(false),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static DateTimeOffset BegunAt(FollowUp followUp) => followUp.IntentAt ?? followUp.ReceivedAt;

    private FollowUp Adopt(FollowUp followUp, IReadOnlyList<string> taskIds) =>
        Creating.Confirm(followUp, taskIds[0], time.GetUtcNow()) with { Asked = taskIds.Count > 1 ? taskIds.Count : 0 };

    private async Task<Step?> AbsentAsync(FollowUp followUp, Lease lease, CancellationToken cancellationToken)
    {
        var asked = followUp with { Asked = followUp.Asked + 1, UnconfirmedSince = null };
        return asked.Asked < Questions
            ? new Step(asked with { NextAt = time.GetUtcNow() + options.LookUpDelay }, lease)
            : await CreateAgainAsync(asked, isMarked: false, lease, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Step?> FailedAsync(FollowUp followUp, CallFailure failure, Lease lease, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var doubtful = now - BegunAt(followUp);
        var later = DeliveryPolicy.AfterLookUp(followUp, failure, doubtful, now, random.NextDouble());
        var maySoonTell = IsInsistedOn(followUp)
            ? failure.Kind == FailureKind.Unavailable
            : followUp.UnconfirmedSince is null && doubtful < Patience;
        if (maySoonTell)
        {
            return new Step(later, lease);
        }

        // Nobody can look in a CXone that is away: the hold begins once it is back.
        var doubt = failure.Outage ? followUp with { UnconfirmedSince = null } : followUp;
        var canCreate = !DeliveryPolicy.IsForEverybody(failure);
        return await CannotTellAsync(doubt, failure.Reason, later.NextAt, canCreate, lease, cancellationToken).ConfigureAwait(false);
    }

    // Nothing is created again while CXone fails for everybody: that would fail as well, and the task may be found once it is back.
    private async Task<Step?> CannotTellAsync(
        FollowUp followUp, string reason, DateTimeOffset askAgainAt, bool canCreate, Lease lease, CancellationToken cancellationToken)
    {
        if (IsInsistedOn(followUp))
        {
            return await CreateAgainAsync(followUp, isMarked: true, lease, cancellationToken).ConfigureAwait(false);
        }

        var now = time.GetUtcNow();
        var unconfirmed = followUp with { UnconfirmedSince = followUp.UnconfirmedSince ?? now, Reason = $"Unconfirmed: {reason}" };
        var end = canCreate ? UnconfirmedHold.End(unconfirmed, options, policies.InForce) : DateTimeOffset.MaxValue;
        return end <= now
            ? await CreateAgainAsync(unconfirmed, isMarked: true, lease, cancellationToken).ConfigureAwait(false)
            : new Step(unconfirmed with { NextAt = end < askAgainAt ? end : askAgainAt }, lease);
    }

    // Only an operator's replay leaves a possible duplicate with no attempt spent on it.
    private static bool IsInsistedOn(FollowUp followUp) => followUp is { PossibleDuplicate: true, Attempts: 0 };

    private async Task<Step?> CreateAgainAsync(FollowUp followUp, bool isMarked, Lease lease, CancellationToken cancellationToken)
    {
        if (followUp.Attempts >= options.MaxAttempts)
        {
            return new Step(followUp.Park($"Gave up after {followUp.Attempts} attempts, and whether a task exists is not known: {followUp.Reason}"), lease);
        }

        // As it is: what an operator insisted on must not be forgotten.
        if (options.Mode == FollowUpMode.Shadow)
        {
            return new Step(ShadowMode.Hold(followUp, time.GetUtcNow()), lease);
        }

        var again = followUp with { Attempts = Math.Max(1, followUp.Attempts) };
        return await creating.RunAsync(isMarked ? Mark(again) : again, lease, cancellationToken).ConfigureAwait(false);
    }

    private static FollowUp Mark(FollowUp followUp) => followUp with { PossibleDuplicate = true, Payload = null, IdempotencyKey = null };
}
