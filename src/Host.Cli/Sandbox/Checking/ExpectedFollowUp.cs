using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Sandbox.Surveys;

namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>A survey and the policy's decision on it.</summary>
internal sealed record ExpectedFollowUp(Survey Survey, FollowUpDecision Decision)
{
    private const string ScoreField = "overall_satisfaction";

    public static ExpectedFollowUp Create(
        Survey survey, DateTimeOffset completedAt, DateTimeOffset? submittedAt = null)
    {
        var interaction = new CompletedInteraction(survey.InteractionId, survey.AgentId) { CompletedAt = completedAt };
        var form = new PostInteractionForm([new FormResponse(ScoreField, survey.Score)], submittedAt);
        return new ExpectedFollowUp(
            survey, FollowUpPolicy.Default.Decide(new PolicyInput(interaction, completedAt, form), completedAt));
    }
}
