using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.FollowUps.Steps;

/// <summary>
/// Finds out whether a create call with an unknown outcome made the task, before anything is created again. While CXone
/// cannot tell, the creation is unconfirmed in the end: an operator is asked, and CXone again wherever it may yet tell.
/// </summary>
internal sealed class ReconcileStep(
    IWorkflowTasks tasks, TaskBuilder builder, IFollowUpPolicies policies, FollowUpOptions options) : IFollowUpStep
{
    // Searches lag, and a slow server may still be working: absence counts only when it was seen this often.
    private const int LookUpsUntilAbsent = 3;

    // Less than the notice that an agent gets by default, so that the task is still created before it is due. What
    // CXone finds later is adopted all the same.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public async Task<StepResult> RunAsync(FollowUpRun run, FollowUp followUp)
    {
        // Taken up at once after a crash: the call may still be under way.
        var earliest = BegunAt(followUp) + options.FirstLookUpAfter;
        if (run.Now < earliest)
        {
            return new StepResult.Rest(followUp.WaitToLookUp(earliest));
        }

        var query = Query(followUp);
        var lookup = await run.CallAsync(
            new PartMember(tasks, nameof(tasks.FindAsync)),
            stopping => tasks.FindAsync(query, stopping),
            failure => new TaskLookup.Failed(failure));
        return lookup switch
        {
            TaskLookup.Found found => new StepResult.GoOn(NextStep.Notify, followUp.FindExistingTask(found.TaskIds, run.Now)),
            TaskLookup.None => NotFound(followUp.TaskNotFound(), run.Now),
            TaskLookup.Unsupported unsupported => CannotTell(followUp, unsupported.Reason, DateTimeOffset.MaxValue, canCreate: true, run.Now),
            TaskLookup.Failed failed => Failed(followUp, failed.Failure, run.Now, run.Jitter),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private TaskQuery Query(FollowUp followUp) => new(followUp.Interaction.InteractionId)
    {
        AssigneeId = builder.AssigneeOf(followUp),
        SentAt = followUp.IntentAt,
        DueDate = followUp.Decision?.DueDate,
    };

    private static DateTimeOffset BegunAt(FollowUp followUp) => followUp.IntentAt ?? followUp.ReceivedAt;

    private StepResult NotFound(FollowUp followUp, DateTimeOffset now) => followUp.LookUps < LookUpsUntilAbsent
        ? new StepResult.Rest(followUp.WaitToLookUp(now + options.FirstLookUpAfter))
        : CreateAgain(followUp, mayExist: false, now);

    private StepResult Failed(FollowUp followUp, CallFailure failure, DateTimeOffset now, double jitter)
    {
        var inDoubt = now - BegunAt(followUp);
        var later = RetryPolicy.AfterLookUp(followUp, failure, inDoubt, now, jitter);
        var maySoonTell = followUp.OperatorInsists
            ? failure.Kind == FailureKind.Unavailable
            : followUp.UnconfirmedSince is null && inDoubt < Patience;
        if (maySoonTell)
        {
            return new StepResult.Rest(later);
        }

        // An operator cannot look into a CXone that is away: the hold begins once it is back.
        var doubt = failure.Outage ? followUp.RestartHold() : followUp;
        return CannotTell(doubt, failure.Reason, later.NextAttemptAt, canCreate: !RetryPolicy.IsForEverybody(failure), now);
    }

    // Nothing is created again while CXone fails for everybody: that would fail as well, and the task may be found once
    // it is back.
    private StepResult CannotTell(FollowUp followUp, string reason, DateTimeOffset askAgainAt, bool canCreate, DateTimeOffset now)
    {
        if (followUp.OperatorInsists)
        {
            return CreateAgain(followUp, mayExist: true, now);
        }

        var unconfirmed = followUp.HoldUnconfirmed(reason, now);
        var end = canCreate ? UnconfirmedHold.End(unconfirmed, options, policies.InForce) : DateTimeOffset.MaxValue;
        return end <= now
            ? CreateAgain(unconfirmed, mayExist: true, now)
            : new StepResult.Rest(unconfirmed.WaitToLookUp(end < askAgainAt ? end : askAgainAt));
    }

    private StepResult CreateAgain(FollowUp followUp, bool mayExist, DateTimeOffset now)
    {
        if (followUp.Attempts >= options.MaxAttempts)
        {
            return new StepResult.Rest(followUp.Park(
                $"Gave up after {followUp.Attempts} attempts, and whether a task exists is not known: {followUp.Reason}"));
        }

        // Held as it is: what an operator insisted on must not be forgotten.
        if (options.Mode == FollowUpMode.Shadow)
        {
            return new StepResult.Rest(followUp.HoldInShadow(now));
        }

        return new StepResult.GoOn(NextStep.CreateTask, mayExist ? followUp.CreateAgain().AllowDuplicate() : followUp.CreateAgain());
    }
}
