namespace CxoneAssist.Application;

/// <summary>The waits for a form: one that is missing, and one that has no score yet.</summary>
internal sealed partial record FollowUp
{
    // Far above what a form that is not there is asked for. A host of an earlier version that finds such a count waits
    // for the end of the grace period.
    internal const int PollsOfUnanswered = 100;

    /// <summary>How often the form was read in the present series: while missing, or since it was there without a score.</summary>
    internal int PollsInSeries => FormPolls < PollsOfUnanswered ? FormPolls : FormPolls - PollsOfUnanswered;

    internal FollowUp WaitForForm(DateTimeOffset nextAttemptAt) => Requires(State == FollowUpState.Received && Decision is null) with
    {
        NextAttemptAt = nextAttemptAt,
        FormPolls = FormPolls + 1,
        Reason = "The customer has not submitted a form yet.",
    };

    internal FollowUp EndWithoutForm() => Requires(State == FollowUpState.Received && Decision is null)
        .End(FollowUpOutcome.NoForm, "No form came within the grace period.");

    /// <summary>The form is there, not finally submitted, and has no score: the customer may still be answering.</summary>
    internal FollowUp WaitForScore(string why, DateTimeOffset nextAttemptAt) => Requires(State == FollowUpState.Received && Decision is null) with
    {
        NextAttemptAt = nextAttemptAt,
        FormPolls = Math.Max(FormPolls, PollsOfUnanswered) + 1,
        Reason = $"The form has no score yet: {why}",
    };

    internal FollowUp EndUnanswered(string why) => Requires(State == FollowUpState.Received && Decision is null)
        .End(FollowUpOutcome.Unanswered, $"The form has no score: {why}");
}
