using CxoneAssist.Host.Cli.Backtest;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>
/// A backtest as one HTML file with its style and charts inside; it runs and fetches nothing.
/// </summary>
internal static class HtmlReport
{
    // Whatever a survey's text contains, the browser runs and fetches nothing.
    private const string Policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>";

    public static string Render(BacktestResult result)
    {
        var html = new Html();
        Begin(html, result);
        OutcomeSection.Add(html, result);
        TimeSection.Add(html, result);
        AgentSection.Add(html, result);
        MoveSection.Add(html, result);
        RuleSection.Add(html, result);
        PolicySection.Add(html, result);
        RemarkSection.Add(html, result);
        return html.Raw("</main></body></html>").ToString();
    }

    private static void Begin(Html html, BacktestResult result)
    {
        var title = $"Backtest of {result.Policy.Policy.Name}";
        html.Raw("<!DOCTYPE html>").Raw("<html lang=\"en\"><head><meta charset=\"utf-8\"/>").Raw(Policy)
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
            .Element("title", title)
            .Raw($"<style>{ReportStyle.Css}</style></head><body><main>")
            .Element("h1", title)
            .Element("p", $"Made on {Format.LocalTime(result.MadeAt, result.Zone)}, of {Format.Count(result.Surveys, "survey")} of "
                + $"{result.Input}{Period(result)}. Days and hours are those of {result.Zone.Id}.")
            .Raw(string.Concat(result.Warnings.Select(warning => $"<p><strong>Warning: {Html.Encode(warning)}.</strong></p>")))
            .Element("p", $"Read as {string.Join(", ", result.ReadAs)}. Columns: {result.ColumnsInWords}.")
            .Raw("<ul class=\"key\">");
        foreach (var (number, run) in result.Runs.Index())
        {
            html.Raw($"<li><svg class=\"swatch\" viewBox=\"0 0 10 10\"><rect class=\"s{number}\" width=\"10\" "
                + "height=\"10\"/></svg>")
                .Element("span", $"{run.Policy.Name}, version {run.Policy.ShortHash}").Raw("</li>");
        }

        html.Raw("</ul>");
    }

    private static string Period(BacktestResult result) => result.Policy.Period is { } period
        ? $", decided from {Format.LocalTime(period.First, result.Zone)} to {Format.LocalTime(period.Last, result.Zone)}"
        : "";
}
