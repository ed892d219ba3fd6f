using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>What a policy would have done.</summary>
internal enum OutcomeKind
{
    NoTask,
    Task,
    Suppressed,
    Review,
}

/// <summary>What a policy would have done with one survey.</summary>
/// <param name="Kind">What.</param>
/// <param name="Tier">The tier of a task, suppressed or not.</param>
/// <param name="DueAt">When the task would have been due.</param>
internal readonly record struct Outcome(OutcomeKind Kind, Tier? Tier, DateTimeOffset DueAt);
