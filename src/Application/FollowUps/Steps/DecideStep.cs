using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.FollowUps.Steps;

/// <summary>Reads the form and lets the policy decide, once.</summary>
internal sealed class DecideStep(IPostInteractionForms forms, IFollowUpPolicies policies, FollowUpOptions options) : IFollowUpStep
{
    public async Task<StepResult> RunAsync(FollowUpRun run, FollowUp followUp)
    {
        var answer = await run.CallAsync(
            new PartMember(forms, nameof(forms.ReadAsync)),
            stopping => forms.ReadAsync(followUp.Interaction.InteractionId, stopping),
            failure => new FormAnswer.Failed(failure));
        return answer switch
        {
            FormAnswer.Found found when !IsEmpty(found.Form) => Decide(followUp, found.Form, run.Now),
            FormAnswer.Failed failed => new StepResult.Rest(
                RetryPolicy.AfterFailure(followUp, failed.Failure, options.MaxAttempts, run.Now, run.Jitter)),
            _ => new StepResult.Rest(WaitForForm(followUp, run.Now)),
        };
    }

    // Offered to the customer, not answered: the same as no form yet.
    private static bool IsEmpty(PostInteractionForm form) =>
        form is { SubmittedAt: null, ReviewReason: null } && form.Responses.All(response => string.IsNullOrWhiteSpace(response.Value));

    private FollowUp WaitForForm(FollowUp followUp, DateTimeOffset now) =>
        RetryPolicy.NextFormPoll(followUp, options.FormGracePeriod, now) is { } next ? followUp.WaitForForm(next) : followUp.EndWithoutForm();

    private StepResult Decide(FollowUp undecided, PostInteractionForm form, DateTimeOffset now)
    {
        var followUp = undecided with { Form = RecordedForm.From(form) };
        var facts = new PolicyInput(followUp.Interaction, followUp.ReceivedAt, form);
        var decision = policies.InForce.Decide(facts, now);
        if (decision is NoFollowUp { Score: null } unanswered && form.SubmittedAt is null)
        {
            return new StepResult.Rest(WaitForScore(followUp, form, unanswered.Reason, now));
        }

        var decided = followUp.RecordDecision(RecordedDecision.From(decision, now) with { Shadow = DecideInShadow(facts, now) }, now);
        return decision switch
        {
            FollowUpRequired when options.Mode == FollowUpMode.Shadow => new StepResult.Rest(decided.EndInShadow()),

            // Decision and intent share one commit: nothing is gained by stopping between them.
            FollowUpRequired => new StepResult.GoOn(NextStep.CreateTask, decided),
            NoFollowUp none => new StepResult.Rest(decided.EndWithoutTask(none.Reason)),
            ReviewRequired review => new StepResult.Rest(decided.Park($"The form needs a person's review: {review.Reason}.")),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // Only a submission time says that the customer is done: without one, the score may still come.
    private static FollowUp WaitForScore(FollowUp followUp, PostInteractionForm form, string reason, DateTimeOffset now)
    {
        var unread = form.UnreadSubmittedAt is { } text ? $" submittedAt is not a time that can be read: '{text}'." : "";
        var why = $"{reason}.{unread}";
        return RetryPolicy.NextScorePoll(followUp, now) is { } next ? followUp.WaitForScore(why, next) : followUp.EndUnanswered(why);
    }

    private RecordedDecision? DecideInShadow(PolicyInput facts, DateTimeOffset now) =>
        policies.Shadow is { } shadow ? RecordedDecision.From(shadow.Decide(facts, now), now) with { Suppression = null } : null;
}
