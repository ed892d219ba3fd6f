using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Flow;

/// <summary>Reads the form and lets the policy decide, once.</summary>
internal sealed class Deciding(
    IPostInteractionForms forms, IFollowUpPolicies policies, Creating creating, FollowUpOptions options, TimeProvider time, Random random)
{
    public async Task<Step?> RunAsync(FollowUp followUp, Lease lease, CancellationToken cancellationToken)
    {
        var answer = await Guarded.CallAsync(
            () => forms.ReadAsync(followUp.Interaction.InteractionId, cancellationToken), failure => new FormAnswer.Failed(failure), time)
            .ConfigureAwait(false);
        var now = time.GetUtcNow();
        return answer switch
        {
            FormAnswer.Found found => await DecideAsync(followUp, found.Form, now, lease, cancellationToken).ConfigureAwait(false),
            FormAnswer.Failed failed => new Step(
                DeliveryPolicy.AfterFailure(followUp, failed.Failure, options.MaxAttempts, now, random.NextDouble()), lease),
            _ => new Step(WaitForForm(followUp, now), lease),
        };
    }

    private FollowUp WaitForForm(FollowUp followUp, DateTimeOffset now) =>
        DeliveryPolicy.NextFormAsk(followUp, options.FormGracePeriod, now) is { } next
            ? followUp with { NextAt = next, Asked = followUp.Asked + 1, Reason = "The customer has not submitted a form yet." }
            : followUp.Finish(FollowUpOutcome.NoForm, "No form came within the grace period.");

    private async Task<Step?> DecideAsync(
        FollowUp followUp, PostInteractionForm form, DateTimeOffset now, Lease lease, CancellationToken cancellationToken)
    {
        var facts = new FollowUpFacts(followUp.Interaction, followUp.ReceivedAt, form);
        var decision = policies.InForce.Decide(facts, now);
        var recorded = RecordedDecision.From(decision, now) with { Shadow = Beside(facts, now) };
        var decided = followUp.Enter(FollowUpState.Received, now) with { Decision = recorded };
        return decision switch
        {
            FollowUpRequired task when options.Mode == FollowUpMode.Shadow => new Step(ShadowMode.End(decided, task.Tier.Priority), lease),

            // Decision and intent share one commit: nothing is gained by stopping between them.
            FollowUpRequired => await creating.RunAsync(decided, lease, cancellationToken).ConfigureAwait(false),
            NoFollowUp none => new Step(decided.Finish(FollowUpOutcome.NoTask, none.Reason), lease),
            ReviewRequired review => new Step(decided.Park($"The form needs a person's review: {review.Reason}."), lease),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private RecordedDecision? Beside(FollowUpFacts facts, DateTimeOffset now) =>
        policies.Shadow is { } shadow ? RecordedDecision.From(shadow.Decide(facts, now), now) with { Suppression = null } : null;
}
