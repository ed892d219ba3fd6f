using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>What has to be said along with a policy's figures, because they do not tell the whole.</summary>
internal static class RunRemarks
{
    public static IEnumerable<(string Label, string Text)> Create(PolicyRun run)
    {
        if (run.Tally.Load.NotSpread is > 0 and var tasks)
        {
            yield return ("Not by agent", $"{Format.Count(tasks, "task")}, for there are too many agents and days to count them all");
        }

        if (run.OutOfOrder > 0)
        {
            yield return (
                "Out of order",
                $"{Format.Count(run.OutOfOrder, "survey")} after a later one of the same customer: "
                + "sort the file by time, or suppression is counted wrongly");
        }
    }
}
