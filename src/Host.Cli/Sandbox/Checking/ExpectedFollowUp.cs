using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Sandbox.Surveys;

namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>A survey and the policy's decision on it.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Facts">What the policy decides by.</param>
/// <param name="Decision">The decision at the end of the interaction, the earliest that the host can decide.</param>
internal sealed record ExpectedFollowUp(Survey Survey, PolicyInput Facts, FollowUpDecision Decision)
{
    /// <summary>The task that is owed, suppressed or not; <c>null</c> where none is.</summary>
    public FollowUpRequired? Owed => IsForAPerson ? null : Decision as FollowUpRequired;

    /// <summary>Whether a person has to look: at the form, or at a due date that is too late for a task.</summary>
    public bool IsForAPerson => Decision is ReviewRequired
        || (Decision is FollowUpRequired owed && owed.Due.At >= DueDate.Limit(Facts.ReceivedAt));

    public static ExpectedFollowUp Create(
        Survey survey, FollowUpPolicy policy, DateTimeOffset completedAt, DateTimeOffset? submittedAt = null)
    {
        var answers = survey.Answers(policy.Question.Fields[0]).Select(answer => new FormResponse(answer.Key, answer.Value));
        var form = new PostInteractionForm([.. answers], submittedAt);
        var facts = new PolicyInput(survey.ToInteraction(completedAt), completedAt, form);
        return new ExpectedFollowUp(survey, facts, policy.Decide(facts, completedAt));
    }

    /// <summary>
    /// The latest due date of a task that was created at a time. The notice counts from the decision, whose time only the
    /// host knows: no later than the task's creation.
    /// </summary>
    public DateTimeOffset? LatestDue(DateTimeOffset createdAt) => Decision.Policy.Decide(Facts, createdAt).Due?.At;
}
