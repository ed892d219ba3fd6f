using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>The kinds of outcome of a policy.</summary>
internal enum OutcomeKind
{
    NoTask,
    Task,
    Suppressed,
    Review,
}

/// <summary>The outcome of a policy for one survey.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Tier">The tier of a task, suppressed or not.</param>
/// <param name="DueAt">When the task would have been due.</param>
internal readonly record struct Outcome(OutcomeKind Kind, Tier? Tier, DateTimeOffset DueAt);
