namespace CxoneAssist.Application;

/// <summary>
/// The texts that people read in CXone, where the policy in force sets none. Each may hold the placeholders that
/// <see cref="Domain.TextTemplate.KnownPlaceholders"/> lists; the host refuses to start with any other. Section
/// <c>CxoneAssist:FollowUp:Texts</c>.
/// </summary>
public sealed class FollowUpTexts
{
    /// <summary>The task's subject.</summary>
    public string Subject { get; set; } = "Agent Assist: Follow-up required for interaction {interactionId}";

    /// <summary>The task's description.</summary>
    public string Description { get; set; } =
        "Post-interaction satisfaction score: {score}. Requires agent review and remediation.";

    /// <summary>The text before the description of a task that may be a duplicate.</summary>
    public string PossibleDuplicate { get; set; } = "Possible duplicate: an earlier task for this interaction could not be confirmed. ";

    /// <summary>The notification to the agent. Only this text may hold <c>{taskId}</c>.</summary>
    public string Notification { get; set; } = "New Assist Task assigned: {taskId}. Review interaction {interactionId}.";
}
