using System.Globalization;

namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>
/// The texts of a follow-up, word for word. Written down here once more, so that a change of the product's own shows as a disagreement.
/// </summary>
internal static class ExpectedTexts
{
    public const string InteractionLink = "interaction_id_link";

    public static string Subject(string interactionId) => $"Agent Assist: Follow-up required for interaction {interactionId}";

    public static string Description(decimal score) => string.Create(
        CultureInfo.InvariantCulture, $"Post-interaction satisfaction score: {score}. Requires agent review and remediation.");

    public static string Notification(string taskId, string interactionId) => $"New Assist Task assigned: {taskId}. Review interaction {interactionId}.";
}
