using Spectre.Console;

namespace CxoneAssist.Host.Cli.Console;

/// <summary>A quantity that grows while a command runs.</summary>
/// <param name="Text">Its text on a line.</param>
/// <param name="Value">The present value.</param>
/// <param name="Whole">The final value; <c>null</c> where it is not known.</param>
internal sealed record ProgressItem(string Text, double Value, double? Whole);

/// <summary>The progress of a command.</summary>
/// <param name="IsOver">Whether this is the last report; a line is always shown for it.</param>
/// <param name="Items">The quantities, always the same ones in the same order.</param>
internal sealed record ProgressState(bool IsOver, params IReadOnlyList<ProgressItem> Items)
{
    public string Text => string.Concat(Items.Select(item => item.Text));
}

/// <summary>
/// Shows the progress of a command: bars on a terminal, a line from time to time elsewhere.
/// </summary>
internal sealed class Progress(Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    /// <summary>Shows the progress of a command while it runs.</summary>
    /// <param name="start">The progress at the start.</param>
    /// <param name="run">The command; its argument reports progress.</param>
    public Task<T> FollowAsync<T>(ProgressState start, Func<Action<ProgressState>, Task<T>> run) =>
        terminal.IsPlain || start.Items.Any(item => item.Whole is not > 0)
            ? InLinesAsync(run)
            : InBarsAsync(start, run);

    private Task<T> InBarsAsync<T>(ProgressState start, Func<Action<ProgressState>, Task<T>> run) =>
        terminal.Console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 30 },
                new RemainingTimeColumn())
            .StartAsync(context =>
            {
                ProgressTask[] bars =
                    [.. start.Items.Select(item => context.AddTask(item.Text, maxValue: item.Whole!.Value))];
                return run(state =>
                {
                    foreach (var (bar, item) in bars.Zip(state.Items))
                    {
                        bar.Value(item.Value).Description(item.Text);
                    }
                });
            });

    private Task<T> InLinesAsync<T>(Func<Action<ProgressState>, Task<T>> run)
    {
        var shown = "";
        var shownAt = time.GetTimestamp();
        return run(state =>
        {
            if (state.Text != shown && (state.IsOver || time.GetElapsedTime(shownAt) >= BetweenLines))
            {
                shown = state.Text;
                shownAt = time.GetTimestamp();
                terminal.WriteVerbatim(shown);
            }
        });
    }
}
