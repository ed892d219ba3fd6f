using CxoneAssist.Host.Cli.Backtest;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>How the tasks would have been spread over the agents.</summary>
internal static class AgentSection
{
    private const int MostAgents = 20;

    public static void Add(Html html, BacktestResult result)
    {
        foreach (var run in result.KnowsAgents ? result.Runs : [])
        {
            if (run.Tally.Load.Peak is { } peak)
            {
                html.Element("h2", $"Load of the agents under {result.NameOf(run)}")
                    .Element("p", Sentence(run.Tally.Load, peak));
                html.Table(
                    ["Agent", "Busiest day", "Tasks that day", "Tasks"],
                    run.Tally.Load.Busiest(MostAgents).Select(Row),
                    texts: 2);
            }
        }
    }

    private static string Sentence(Load load, AgentLoad peak) => FormattableString.Invariant($"{load.MeanPerAgentAndDay:0.00} tasks per agent, on days with any. ")
        + $"The peak: {Format.Count(peak.Busiest, "task")} for {peak.Agent} on {Format.Day(peak.BusiestDay)}.";

    private static IReadOnlyList<string> Row(AgentLoad agent) =>
        [agent.Agent, Format.Day(agent.BusiestDay), Format.Number(agent.Busiest), Format.Number(agent.Tasks)];
}
