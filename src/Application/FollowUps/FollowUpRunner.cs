using CxoneAssist.Application.FollowUps.Steps;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.FollowUps;

/// <summary>Runs the steps of a claimed follow-up, one after the other, until it ends or has to wait.</summary>
internal sealed class FollowUpRunner(
    IFollowUpInbox inbox,
    DecideStep decide,
    CreateTaskStep createTask,
    ReconcileStep reconcile,
    NotifyStep notify,
    FollowUpOptions options,
    IPartFailures failures,
    TimeProvider time,
    Random random)
{
    /// <summary>The state the follow-up was left in, or <c>null</c> where the lease was lost and another run has it.</summary>
    public async Task<FollowUp?> RunAsync(ClaimedFollowUp claim, CancellationToken stopping)
    {
        var run = new FollowUpRun(claim, inbox, failures, time, random, stopping);
        return await TryAdvanceAsync(run, claim.FollowUp) switch
        {
            StepResult.Rest rest => await run.SaveAndReleaseAsync(rest.FollowUp) ? rest.FollowUp : null,
            StepResult.Saved saved => saved.FollowUp,
            _ => null,
        };
    }

    // An unforeseen failure would come again at every run. Once something was saved, the row has moved on and its next
    // run takes another way.
    private async Task<StepResult> TryAdvanceAsync(FollowUpRun run, FollowUp followUp)
    {
        try
        {
            return await AdvanceAsync(run, followUp);
        }
        catch (Exception exception) when (exception is not InboxUnavailableException && !run.SaveWasAttempted)
        {
            return new StepResult.Rest(
                RetryPolicy.AfterFailure(followUp, run.Unexpected(exception), options.MaxAttempts, run.Now, run.Jitter));
        }
    }

    private async Task<StepResult> AdvanceAsync(FollowUpRun run, FollowUp followUp)
    {
        var step = First(followUp);
        while (true)
        {
            var result = await step.RunAsync(run, followUp);
            if (result is not StepResult.GoOn next)
            {
                return result;
            }

            (step, followUp) = (next.Next == NextStep.CreateTask ? createTask : notify, next.FollowUp);
        }
    }

    // A creation that an earlier run began may have been executed: it is looked up before anything is created again.
    private IFollowUpStep First(FollowUp followUp) => followUp switch
    {
        { State: FollowUpState.Received, Decision: null } => decide,
        { State: FollowUpState.Received } => createTask,
        { State: FollowUpState.Creating } => reconcile,
        _ => notify,
    };
}
