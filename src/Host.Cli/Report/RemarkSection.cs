using CxoneAssist.Host.Cli.Backtest;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>What the figures do not include.</summary>
internal static class RemarkSection
{
    public static void Add(Html html, BacktestResult result)
    {
        if (result.Bad.Count > 0)
        {
            html.Element("h2", $"{Format.Count(result.Bad.Count, "row")} that could not be read");
            html.Table(
                [result.UnitHeading, "What is wrong"],
                result.Bad.First.Select(row => (IReadOnlyList<string>)[Format.Number(row.Line), row.What]), texts: 2);
        }

        if (result.LostCharactersInWords is { } lost)
        {
            html.Element("p", $"{BacktestResult.LostCharacters}: {lost}.");
        }

        foreach (var remark in result.Runs.SelectMany(RunRemarks.Create))
        {
            html.Element("p", $"{remark.Label}: {remark.Text}.");
        }
    }
}
