
namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>The rows of the table of outcomes, on the terminal and in the report.</summary>
internal static class OutcomeRows
{
    public const string NoTask = "No task";

    public static IReadOnlyList<(string Label, Func<Tally, long> Count)> All { get; } =
    [
        .. Tally.Priorities.Select(
            priority => (priority.ToString(), (Func<Tally, long>)(tally => tally.TaskCount(priority)))),
        (NoTask, tally => tally.NoTask),
        ("  unanswered", tally => tally.Unanswered),
        ("Suppressed", tally => tally.Suppressed),
        ("Review", tally => tally.Review),
    ];
}
