using CxoneAssist.Application.Ports;
using FluentValidation;

namespace CxoneAssist.Application.FollowUps.Steps;

/// <summary>
/// Commits the intent, then sends the create call, once. A follow-up found in <see cref="FollowUpState.Creating"/> by a
/// later run is therefore one whose call may have been executed.
/// </summary>
internal sealed class CreateTaskStep(
    IWorkflowTasks tasks, TaskBuilder builder, IValidator<FollowUpTask> validator, FollowUpOptions options) : IFollowUpStep
{
    public async Task<StepResult> RunAsync(FollowUpRun run, FollowUp followUp)
    {
        if (options.Mode == FollowUpMode.Shadow)
        {
            return new StepResult.Rest(followUp.HoldInShadow(run.Now));
        }

        // CXone would refuse the stored request: it was certainly not created, and its due date has passed while it waited.
        var fresh = followUp.State == FollowUpState.Received && followUp.Decision?.DueDate <= run.Now ? followUp.DropRequest() : followUp;
        return Compose(run, fresh) switch
        {
            { Payload: { } payload } => await CreateAsync(run, fresh, payload),
            { Failure: { } failure } => new StepResult.Rest(
                RetryPolicy.AfterFailure(fresh, failure, options.MaxAttempts, run.Now, run.Jitter)),
            { Error: var error } => new StepResult.Rest(fresh.Park(error!)),
        };
    }

    private async Task<StepResult> CreateAsync(FollowUpRun run, FollowUp fresh, string payload)
    {
        var intent = fresh.BeginCreation(payload, fresh.IdempotencyKey ?? Guid.NewGuid().ToString("N"), run.Now);
        var saved = SuppressionCheck.IsNeeded(intent)
            ? await SuppressionCheck.SaveAsync(run, fresh, intent)
            : await run.SaveAsync(intent) ? intent : null;
        return saved switch
        {
            null => StepResult.LeaseLost,
            { State: FollowUpState.Creating } => await SendAsync(run, saved),
            _ => new StepResult.Saved(saved),
        };
    }

    private (string? Payload, string? Error, CallFailure? Failure) Compose(FollowUpRun run, FollowUp followUp)
    {
        if (followUp.Payload is { } stored)
        {
            return (stored, null, null);
        }

        var task = builder.Build(followUp);
        var result = validator.Validate(task);
        return result.IsValid
            ? Compose(run, task)
            : (null, "The task cannot be sent: " + string.Join(' ', result.Errors.Select(error => error.ErrorMessage)), null);
    }

    private (string? Payload, string? Error, CallFailure? Failure) Compose(FollowUpRun run, FollowUpTask task)
    {
        try
        {
            return (tasks.Compose(task), null, null);
        }
#pragma warning disable CA1031 // The decision is kept, and the attempt counts as one of the creation, whatever the part throws.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (null, null, run.Threw(new PartMember(tasks, nameof(tasks.Compose)), exception, FailureKind.Rejected));
        }
    }

    private async Task<StepResult> SendAsync(FollowUpRun run, FollowUp intent)
    {
        var request = new TaskRequest(intent.Interaction.InteractionId, intent.Payload!, intent.IdempotencyKey!);
        var creation = await run.CallAsync(
            new PartMember(tasks, nameof(tasks.CreateAsync)),
            stopping => tasks.CreateAsync(request, run.Lease.EndsAt, stopping),
            failure => new TaskCreation.Failed(failure));
        return creation switch
        {
            // The next step saves the task's id, together with the begun notification.
            TaskCreation.Created created => new StepResult.GoOn(NextStep.Notify, intent.CreationSucceeded(created.TaskId, run.Now)),
            TaskCreation.Failed { Failure: { Kind: FailureKind.Unknown } unknown } => new StepResult.Rest(Uncertain(intent, unknown, run.Now)),
            TaskCreation.Failed { Failure.AssigneeRefused: true } when CanFallBack(intent) =>
                new StepResult.GoOn(NextStep.CreateTask, intent.CreationNotMade().UseFallbackAssignee(run.Now)),
            TaskCreation.Failed failed => new StepResult.Rest(
                RetryPolicy.AfterFailure(intent.CreationNotMade(), failed.Failure, options.MaxAttempts, run.Now, run.Jitter)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // Counted from here and not from the intent: between the two the call may have waited long for its turn.
    private FollowUp Uncertain(FollowUp intent, CallFailure failure, DateTimeOffset now) =>
        intent.RecordFailure(FollowUpStep.Creation, failure.Reason, now).CreationUncertain(
            failure.Reason, !IsFree(intent, failure), RetryPolicy.NextLookUp(failure, options.FirstLookUpAfter, now));

    // While CXone fails for everybody, a creation is repeated only where its search says that there is no task. The
    // first is counted in any case, as one that was made; and so is one that may leave a duplicate behind, because no
    // outage may leave many.
    private static bool IsFree(FollowUp intent, CallFailure failure) =>
        failure.Outage && intent is { Attempts: > 0, PossibleDuplicate: false };

    private bool CanFallBack(FollowUp intent) => builder.FallbackAssignee is not null && !intent.UsesFallbackAssignee;
}
