namespace CxoneAssist.Domain;

/// <summary>
/// One step of a policy: scores beyond a bound get a task of this priority, due after this long.
/// </summary>
/// <param name="Name">What people call it.</param>
/// <param name="Bound">
/// The bound, exclusive: scores below it, or above it where a high score is the worse. <c>null</c>
/// in a tier for all that is left.
/// </param>
/// <param name="Priority">The task's priority.</param>
/// <param name="Due">How long after the base of the due date.</param>
public sealed record Tier(string Name, decimal? Bound, TaskPriority Priority, FollowUpDuration Due)
{
    internal bool AppliesTo(decimal score, ScoreQuestion question) =>
        Bound is not { } bound || question.IsWorse(score, bound);
}
