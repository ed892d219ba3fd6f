using System.Globalization;

namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>
/// The literal texts of a follow-up. They are repeated here, so that a change of the product's
/// texts shows as a difference.
/// </summary>
internal static class ExpectedTexts
{
    public const string InteractionLink = "interaction_id_link";

    public static string Subject(string interactionId) =>
        $"Agent Assist: Follow-up required for interaction {interactionId}";

    public static string Description(decimal score) => string.Create(
        CultureInfo.InvariantCulture,
        $"Post-interaction satisfaction score: {score}. Requires agent review and remediation.");

    public static string Notification(string taskId, string interactionId) =>
        $"New Assist Task assigned: {taskId}. Review interaction {interactionId}.";
}
