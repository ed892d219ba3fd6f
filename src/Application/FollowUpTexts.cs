using System.Globalization;
using System.Text.RegularExpressions;

namespace CxoneAssist.Application;

/// <summary>
/// The texts people read in CXone. Placeholders: <c>{interactionId}</c>, <c>{agentId}</c>, <c>{customerId}</c>, <c>{score}</c>,
/// <c>{taskId}</c> (known in <see cref="Notification"/> only). Section <c>CxoneAssist:FollowUp:Texts</c>.
/// </summary>
public sealed partial class FollowUpTexts
{
    private static readonly string[] TaskPlaceholders = ["interactionId", "agentId", "customerId", "score"];

    /// <summary>The task's subject.</summary>
    public string Subject { get; set; } = "Agent Assist: Follow-up required for interaction {interactionId}";

    /// <summary>The task's description.</summary>
    public string Description { get; set; } =
        "Post-interaction satisfaction score: {score}. Requires agent review and remediation.";

    /// <summary>What is put before the description of a task that may be a second one.</summary>
    public string PossibleDuplicate { get; set; } = "Possible duplicate: an earlier task for this interaction could not be confirmed. ";

    /// <summary>The notification to the agent.</summary>
    public string Notification { get; set; } = "New Assist Task assigned: {taskId}. Review interaction {interactionId}.";

    /// <summary>The placeholders in a template that it cannot fill in.</summary>
    /// <param name="template">The template.</param>
    /// <param name="taskIsKnown">Whether the task's id is known when the text is made.</param>
    public static IReadOnlyList<string> UnknownPlaceholders(string template, bool taskIsKnown) =>
        [.. Placeholder().Matches(template).Select(match => match.Groups[1].Value)
            .Where(name => !TaskPlaceholders.Contains(name) && !(taskIsKnown && name == "taskId"))];

    internal static string Fill(string template, FollowUp followUp) => Placeholder().Replace(template, match => match.Groups[1].Value switch
    {
        "interactionId" => followUp.Interaction.InteractionId,
        "agentId" => followUp.Interaction.AgentId,
        "customerId" => followUp.Interaction.CustomerId ?? "unknown",
        "score" => followUp.Decision?.Score?.ToString(CultureInfo.InvariantCulture) ?? "unknown",
        "taskId" => followUp.TaskId ?? "unknown",
        _ => match.Value,
    });

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Placeholder();
}
