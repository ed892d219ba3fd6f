using CxoneAssist.Host.Sandbox.Running;
using Spectre.Console;

namespace CxoneAssist.Host.Sandbox.Report;

/// <summary>Shows how far a run has come while it runs: bars on a terminal, a line now and then elsewhere.</summary>
internal static class Progress
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    /// <summary>Follows a run.</summary>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="webhooks">How many webhooks there are.</param>
    /// <param name="interactions">How many follow-ups there are.</param>
    /// <param name="run">The run, given what to tell each state.</param>
    /// <param name="time">The clock.</param>
    public static Task<RunState> FollowAsync(
        Terminal terminal, int webhooks, int interactions, Func<Action<RunState>, Task<RunState>> run, TimeProvider time) =>
        terminal.IsPlain ? InLinesAsync(terminal, run, time) : InBarsAsync(terminal, webhooks, interactions, run);

    private static Task<RunState> InBarsAsync(Terminal terminal, int webhooks, int interactions, Func<Action<RunState>, Task<RunState>> run) =>
        terminal.Console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 30 })
            .StartAsync(context =>
            {
                var sent = context.AddTask(Sent(0, webhooks), maxValue: webhooks);
                var settled = context.AddTask(Settled(0, interactions), maxValue: interactions);
                return run(state =>
                {
                    sent.Value(state.Acknowledged).Description(Sent(state.Acknowledged, webhooks));
                    settled.Value(state.Inbox.Settled).Description(Settled(state.Inbox.Settled, interactions));
                });
            });

    private static Task<RunState> InLinesAsync(Terminal terminal, Func<Action<RunState>, Task<RunState>> run, TimeProvider time)
    {
        var (shown, shownAt) = ("", time.GetTimestamp());
        return run(state =>
        {
            var line = Sent(state.Acknowledged, state.Webhooks) + Settled(state.Inbox.Settled, state.Interactions);
            if (line != shown && (state.IsOver || time.GetElapsedTime(shownAt) >= BetweenLines))
            {
                (shown, shownAt) = (line, time.GetTimestamp());
                terminal.WriteVerbatim(line);
            }
        });
    }

    private static string Sent(long count, int all) => Line("Acknowledged", count, all);

    private static string Settled(long count, int all) => Line("Settled", count, all);

    private static string Line(string what, long count, int all) => $"  {what,-12}  {Words.Of(count).PadLeft(Words.Of(all).Length)} of {Words.Of(all)}";
}
