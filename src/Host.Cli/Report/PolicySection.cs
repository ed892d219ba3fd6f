using CxoneAssist.Host.Cli.Backtest;
using CxoneAssist.Host.Cli.Policies;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>The policies that the figures are of, as tables that can be signed off.</summary>
internal static class PolicySection
{
    public static void Add(Html html, BacktestResult result)
    {
        foreach (var run in result.Runs)
        {
            var parts = new PolicyParts(run.Policy);
            html.Element("h2", parts.Title);
            foreach (var part in parts.All)
            {
                Add(html, part);
            }
        }
    }

    private static void Add(Html html, PolicyPart part)
    {
        if (part.Heading is { } heading)
        {
            html.Element("h3", heading);
        }

        if (part.Facts.Count > 0)
        {
            html.Raw("<dl>");
            foreach (var (label, text) in part.Facts.Where(fact => !string.IsNullOrEmpty(fact.Text)))
            {
                html.Element("dt", label).Element("dd", text!);
            }

            html.Raw("</dl>");
        }

        if (part.Rows.Count > 0)
        {
            html.Table(part.Headings, part.Rows, texts: part.Headings.Count);
        }
    }
}
