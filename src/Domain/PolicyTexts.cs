namespace CxoneAssist.Domain;

/// <summary>
/// The texts a policy sets; one that is <c>null</c> is left to the host's settings.
/// </summary>
public sealed class PolicyTexts
{
    /// <summary>None.</summary>
    public static PolicyTexts None { get; } = new();

    /// <summary>The task's subject.</summary>
    public TextTemplate? Subject { get; init; }

    /// <summary>The task's description.</summary>
    public TextTemplate? Description { get; init; }

    /// <summary>What is put before the description of a task that may be a second one.</summary>
    public TextTemplate? PossibleDuplicate { get; init; }

    /// <summary>The notification to the agent; the task's id is known.</summary>
    public TextTemplate? Notification { get; init; }
}
