using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>Remarks on a policy's figures where these are incomplete.</summary>
internal static class RunRemarks
{
    public static IEnumerable<(string Label, string Text)> Create(PolicyRun run)
    {
        if (run.Tally.Load.NotSpread is > 0 and var tasks)
        {
            yield return (
                "Not by agent", $"{Format.Count(tasks, "task")}: there are too many agents and days to count them all");
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
