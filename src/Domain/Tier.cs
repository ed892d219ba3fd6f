namespace CxoneAssist.Domain;

/// <summary>One step of a policy: scores below a bound get a task of this priority, due after this long.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Below">The bound, exclusive.</param>
/// <param name="Priority">The task's priority.</param>
/// <param name="Due">How long after the base of the due date.</param>
public sealed record Tier(string Name, decimal Below, TaskPriority Priority, FollowUpDuration Due)
{
    internal bool AppliesTo(decimal score) => score < Below;
}
