using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Flow;

/// <summary>Finds out whether a create call with an unknown outcome made the task, before anything is created again.</summary>
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

    public async Task<Step?> RunAsync(FollowUp followUp, Lease lease, CancellationToken cancellationToken)
    {
        if (followUp.UnconfirmedSince is not null)
        {
            return await CreateAgainMarkedAsync(followUp, lease, cancellationToken).ConfigureAwait(false);
        }

        // Taken up at once after a crash: the call may still be under way.
        var earliest = (followUp.IntentAt ?? followUp.ReceivedAt) + options.LookUpDelay;
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
            TaskLookup.Unsupported unsupported => await UnconfirmedAsync(followUp, unsupported.Reason, lease, cancellationToken).ConfigureAwait(false),
            TaskLookup.Failed failed => await AskLaterAsync(followUp, failed.Failure, lease, cancellationToken).ConfigureAwait(false),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private FollowUp Adopt(FollowUp followUp, IReadOnlyList<string> taskIds) =>
        Creating.Confirm(followUp, taskIds[0], time.GetUtcNow()) with { Asked = taskIds.Count > 1 ? taskIds.Count : 0 };

    private async Task<Step?> AbsentAsync(FollowUp followUp, Lease lease, CancellationToken cancellationToken)
    {
        var asked = followUp with { Asked = followUp.Asked + 1 };
        if (asked.Asked < Questions)
        {
            return new Step(asked with { NextAt = time.GetUtcNow() + options.LookUpDelay }, lease);
        }

        return await CreateAgainAsync(asked, lease, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Step?> AskLaterAsync(FollowUp followUp, CallFailure failure, Lease lease, CancellationToken cancellationToken)
    {
        var later = DeliveryPolicy.AfterFailure(followUp, failure, options.MaxAttempts, time.GetUtcNow(), random.NextDouble());
        return later.State == FollowUpState.Parked
            ? await UnconfirmedAsync(followUp, failure.Reason, lease, cancellationToken).ConfigureAwait(false)
            : new Step(later, lease);
    }

    private async Task<Step?> UnconfirmedAsync(FollowUp followUp, string reason, Lease lease, CancellationToken cancellationToken)
    {
        if (IsInsistedOn(followUp))
        {
            return await CreateAgainMarkedAsync(followUp, lease, cancellationToken).ConfigureAwait(false);
        }

        var now = time.GetUtcNow();
        var unconfirmed = followUp with { UnconfirmedSince = now, Reason = $"Unconfirmed: {reason}" };
        var soonest = SoonestAgain(followUp, now);
        return options.OnUnconfirmed switch
        {
            UnconfirmedHandling.CreateAgain when soonest <= now =>
                await CreateAgainMarkedAsync(unconfirmed, lease, cancellationToken).ConfigureAwait(false),
            UnconfirmedHandling.CreateAgain => new Step(unconfirmed with { NextAt = soonest }, lease),
            UnconfirmedHandling.Hold => new Step(unconfirmed with { NextAt = DateTimeOffset.MaxValue }, lease),
            _ => new Step(unconfirmed with { NextAt = EndOfHold(followUp, now) is var end && end > soonest ? end : soonest }, lease),
        };
    }

    // Once a task was created again, doubt about that one is no hurry: a slow CXone must not be given one duplicate after the other.
    private DateTimeOffset SoonestAgain(FollowUp followUp, DateTimeOffset now) =>
        followUp.PossibleDuplicate ? DeliveryPolicy.NextAttempt(followUp, now, random.NextDouble()) : now;

    // Waiting for a person must not make the agent late.
    private DateTimeOffset EndOfHold(FollowUp followUp, DateTimeOffset now)
    {
        var end = now + options.UnconfirmedHold;
        var latest = followUp.Decision?.DueDate - (TaskComposition.Notice(policies.InForce, now) - now) ?? end;
        return latest < now ? now : latest < end ? latest : end;
    }

    // Only an operator's replay leaves a possible duplicate with no attempt spent on it.
    private static bool IsInsistedOn(FollowUp followUp) => followUp is { PossibleDuplicate: true, Attempts: 0 };

    private Task<Step?> CreateAgainMarkedAsync(FollowUp followUp, Lease lease, CancellationToken cancellationToken) =>
        CreateAgainAsync(followUp with { PossibleDuplicate = true, Payload = null, IdempotencyKey = null }, lease, cancellationToken);

    private async Task<Step?> CreateAgainAsync(FollowUp followUp, Lease lease, CancellationToken cancellationToken)
    {
        if (followUp.Attempts >= options.MaxAttempts)
        {
            return new Step(followUp.Park($"Gave up after {followUp.Attempts} attempts, and whether a task exists is not known: {followUp.Reason}"), lease);
        }

        var again = followUp with { Attempts = Math.Max(1, followUp.Attempts) };
        return await creating.RunAsync(again, lease, cancellationToken).ConfigureAwait(false);
    }
}
