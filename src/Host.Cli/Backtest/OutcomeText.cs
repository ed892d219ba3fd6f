using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>The texts for outcomes and differences.</summary>
internal static class OutcomeText
{
    /// <summary>An outcome, with its due date in a zone's local time.</summary>
    public static string Describe(Outcome outcome, TimeZoneInfo zone) => outcome.Kind switch
    {
        OutcomeKind.Task => $"{outcome.Tier!.Priority}, due {Format.LocalTime(outcome.DueAt, zone)}",
        OutcomeKind.Suppressed => $"suppressed ({outcome.Tier!.Priority})",
        OutcomeKind.Review => "review",
        _ => "no task",
    };

    public static string Describe(MoveKind kind) => kind switch
    {
        MoveKind.New => "New tasks",
        MoveKind.Gone => "No task any more",
        MoveKind.Suppressed => "Now suppressed",
        MoveKind.Raised => "Priority raised",
        MoveKind.Lowered => "Priority lowered",
        MoveKind.Earlier => "Due earlier",
        MoveKind.Later => "Due later",
        _ => "Review, or no more",
    };
}
