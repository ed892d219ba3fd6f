using CxoneAssist.Application.Ports;
using FluentValidation;

namespace CxoneAssist.Application.Flow;

/// <summary>
/// Commits the intent, then sends the create call, once. A follow-up found in <see cref="FollowUpState.Creating"/> by a later run is
/// therefore one whose call may have been executed.
/// </summary>
internal sealed class Creating(
    IWorkflowTasks tasks,
    TaskComposition composition,
    IValidator<FollowUpTask> validator,
    Checkpoint checkpoint,
    TakingTurns turns,
    Notifying notifying,
    FollowUpOptions options,
    TimeProvider time,
    Random random)
{
    public async Task<Step?> RunAsync(FollowUp followUp, Lease lease, CancellationToken cancellationToken)
    {
        if (options.Mode == FollowUpMode.Shadow)
        {
            return new Step(ShadowMode.Hold(followUp, time.GetUtcNow()), lease);
        }

        followUp = Refresh(followUp);
        if (followUp.Payload is null && Objection(followUp) is { } objection)
        {
            return new Step(followUp.Park(objection), lease);
        }

        var intent = Intend(followUp);
        if (TakingTurns.IsNeeded(intent))
        {
            return await TakeTurnAsync(followUp, intent, lease, cancellationToken).ConfigureAwait(false);
        }

        var renewed = await checkpoint.SaveAsync(lease, intent, keepLease: true, cancellationToken).ConfigureAwait(false);
        return renewed is null ? null : await SendAsync(intent, renewed, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Step?> TakeTurnAsync(FollowUp followUp, FollowUp intent, Lease lease, CancellationToken cancellationToken)
    {
        // One that was created before, in vain, waits like any other: still in creation, it would be taken for one that had its turn.
        var waiting = followUp with { State = FollowUpState.Received };
        var taken = await turns.RunAsync(waiting, intent, lease, cancellationToken).ConfigureAwait(false);
        return taken is { FollowUp.State: FollowUpState.Creating, Lease: { } renewed }
            ? await SendAsync(taken.FollowUp, renewed, cancellationToken).ConfigureAwait(false)
            : taken is null ? null : new Step(taken.FollowUp, taken.Lease);
    }

    // Certainly not created yet, and its due date has passed while it waited: CXone would refuse the stored payload.
    private FollowUp Refresh(FollowUp followUp) =>
        followUp.State == FollowUpState.Received && followUp.Decision?.DueDate <= time.GetUtcNow()
            ? followUp with { Payload = null, IdempotencyKey = null }
            : followUp;

    private string? Objection(FollowUp followUp)
    {
        var result = validator.Validate(composition.Compose(followUp));
        return result.IsValid ? null : "The task cannot be sent: " + string.Join(' ', result.Errors.Select(error => error.ErrorMessage));
    }

    private FollowUp Intend(FollowUp followUp) => followUp with
    {
        State = FollowUpState.Creating,
        Payload = followUp.Payload ?? tasks.Compose(composition.Compose(followUp)),
        IdempotencyKey = followUp.IdempotencyKey ?? Guid.NewGuid().ToString("N"),
        IntentAt = time.GetUtcNow(),
        Asked = 0,
        UnconfirmedSince = null,
    };

    private async Task<Step?> SendAsync(FollowUp intent, Lease lease, CancellationToken cancellationToken)
    {
        var creation = await Guarded.CallAsync(
            () => tasks.CreateAsync(intent.Payload!, intent.IdempotencyKey!, lease.EndsAt, cancellationToken),
            failure => new TaskCreation.Failed(failure),
            time).ConfigureAwait(false);
        var now = time.GetUtcNow();
        return creation switch
        {
            TaskCreation.Created created =>
                await notifying.RunAsync(Confirm(intent, created.TaskId, now), lease, cancellationToken).ConfigureAwait(false),
            TaskCreation.Failed { Failure: { Kind: FailureKind.Unknown } unknown } => new Step(Doubt(intent, unknown, now), lease),
            TaskCreation.Failed { Failure: { AssigneeRefused: true } } when CanFallBack(intent) =>
                await RunAsync(FallBack(intent, now), lease, cancellationToken).ConfigureAwait(false),
            TaskCreation.Failed failed => new Step(
                DeliveryPolicy.AfterFailure(Withdraw(intent), failed.Failure, options.MaxAttempts, now, random.NextDouble()), lease),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static FollowUp Confirm(FollowUp followUp, string taskId, DateTimeOffset now) =>
        followUp.Enter(FollowUpState.Created, now) with { TaskId = taskId, IntentAt = null };

    private static FollowUp Withdraw(FollowUp intent) => intent with { State = FollowUpState.Received, IntentAt = null };

    // Counted from here, not from the intent: between the two the call may have waited long for its turn.
    private FollowUp Doubt(FollowUp intent, CallFailure failure, DateTimeOffset now) => intent with
    {
        Attempts = CostsNothing(intent, failure) ? intent.Attempts : intent.Attempts + 1,
        NextAt = DeliveryPolicy.NextLookUp(failure, options.LookUpDelay, now),
        Reason = failure.Reason,
    };

    // While CXone fails for everybody, creations are repeated only where its search says that there is no task. The first is counted in any case,
    // as one that was made; and so is one that may leave a duplicate behind, for no outage may leave many.
    private static bool CostsNothing(FollowUp intent, CallFailure failure) =>
        failure.Outage && intent is { Attempts: > 0, PossibleDuplicate: false };

    private bool CanFallBack(FollowUp intent) => composition.FallbackAssignee is not null && !intent.UsesFallbackAssignee;

    private static FollowUp FallBack(FollowUp intent, DateTimeOffset now) =>
        Withdraw(intent) with { UsesFallbackAssignee = true, Payload = null, IdempotencyKey = null, NextAt = now };
}
