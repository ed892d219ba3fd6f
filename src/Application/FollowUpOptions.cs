using System.ComponentModel.DataAnnotations;

namespace CxoneAssist.Application;

/// <summary>What to do with a task whose creation cannot be confirmed because the tenant cannot look tasks up, or has failed at it for half an hour.</summary>
public enum UnconfirmedHandling
{
    /// <summary>Wait for an operator for <see cref="FollowUpOptions.UnconfirmedHold"/>, then create it again, marked as a possible duplicate.</summary>
    HoldThenCreate,

    /// <summary>Wait for an operator, however long.</summary>
    Hold,

    /// <summary>Create it again at once, marked as a possible duplicate.</summary>
    CreateAgain,
}

/// <summary>Whether the host acts.</summary>
public enum FollowUpMode
{
    /// <summary>It does: tasks are created and agents notified.</summary>
    Live,

    /// <summary>
    /// It decides and records, creates no task and notifies no agent: what to switch on first with a real tenant. What was owed or under way
    /// before is held until the host is live again; what it decided meanwhile stays as it is.
    /// </summary>
    Shadow,
}

/// <summary>How follow-ups are worked on. Section <c>CxoneAssist:FollowUp</c>.</summary>
public sealed class FollowUpOptions
{
    internal static readonly TimeSpan DefaultLookUpDelay = TimeSpan.FromSeconds(5);

    /// <summary>Whether the host acts on what it decides. Default <see cref="FollowUpMode.Live"/>.</summary>
    public FollowUpMode Mode { get; set; }

    /// <summary>How long a form is waited for. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan FormGracePeriod { get; set; } = TimeSpan.FromHours(24);

    /// <summary>What to do with a creation that cannot be confirmed. Default <see cref="UnconfirmedHandling.HoldThenCreate"/>.</summary>
    public UnconfirmedHandling OnUnconfirmed { get; set; }

    /// <summary>
    /// How long an unconfirmed creation waits for an operator, never past the due date; counted from when CXone is back, where all of it was away.
    /// Default 4 hours.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan UnconfirmedHold { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How many attempts a step has before its follow-up is parked. Default 8.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>
    /// How long after a create call with an unknown outcome the task is first looked up; again after twice and three times as long.
    /// If it is not set: 5 seconds, or the create call's time-out if that is longer.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan? LookUpDelay { get; set; }

    // Options that were not made from settings have no delay chosen for them.
    internal TimeSpan FirstLookUpAfter => LookUpDelay ?? DefaultLookUpDelay;

    /// <summary>
    /// Whom a task goes to when CXone refuses the agent as its assignee; a fallback of the policy wins. Default none: then it is parked in the end.
    /// </summary>
    public string? FallbackAssignee { get; set; }

    /// <summary>The texts of tasks and notifications; those the policy sets win.</summary>
    public FollowUpTexts Texts { get; set; } = new();
}
