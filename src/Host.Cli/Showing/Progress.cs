using Spectre.Console;

namespace CxoneAssist.Host.Cli.Showing;

/// <summary>Shows how far a backtest has come: a bar on a terminal, a line now and then elsewhere. Always on standard error.</summary>
internal static class Progress
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    /// <summary>Follows a run.</summary>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="whole">How many bytes there are to read; <c>null</c> where that is not known.</param>
    /// <param name="position">How many have been read.</param>
    /// <param name="run">The run, given what to tell how many surveys are decided.</param>
    /// <param name="time">The clock.</param>
    public static Task FollowAsync(Terminal terminal, long? whole, Func<long> position, Func<Action<long>, Task> run, TimeProvider time) =>
        terminal.IsPlain || whole is not > 0 ? InLinesAsync(terminal, run, time) : InABarAsync(terminal, whole.Value, position, run);

    private static Task InABarAsync(Terminal terminal, long whole, Func<long> position, Func<Action<long>, Task> run) =>
        terminal.Console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 30 }, new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask(Line(0), maxValue: whole);
                return run(decided => bar.Value(position()).Description(Line(decided)));
            });

    private static Task InLinesAsync(Terminal terminal, Func<Action<long>, Task> run, TimeProvider time)
    {
        var shownAt = time.GetTimestamp();
        return run(decided =>
        {
            if (time.GetElapsedTime(shownAt) >= BetweenLines)
            {
                shownAt = time.GetTimestamp();
                terminal.WriteVerbatim(Line(decided));
            }
        });
    }

    private static string Line(long decided) => $"{Words.Of(decided)} surveys";
}
