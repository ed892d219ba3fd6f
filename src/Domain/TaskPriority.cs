namespace CxoneAssist.Domain;

/// <summary>
/// How urgent a follow-up task is, in the words of a CXone workflow task, from least to most
/// urgent.
/// </summary>
public enum TaskPriority
{
    /// <summary>Can wait.</summary>
    Low,

    /// <summary>Ordinary work.</summary>
    Normal,

    /// <summary>
    /// Ahead of ordinary work. The default policy gives it to scores from 3 to below 4.
    /// </summary>
    Medium,

    /// <summary>Urgent. The default policy gives it to scores below 3.</summary>
    High,

    /// <summary>Before everything else. The default policy never gives it.</summary>
    Critical,
}
