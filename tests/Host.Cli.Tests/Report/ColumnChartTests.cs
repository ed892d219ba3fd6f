using System.Text.RegularExpressions;
using CxoneAssist.Host.Cli.Report;

namespace CxoneAssist.Host.Cli.Tests.Report;

internal sealed partial class ColumnChartTests
{
    [TestCase(0, "0 1")]
    [TestCase(1, "0 1")]
    [TestCase(2, "0 1 2")]
    [TestCase(3, "0 2 4")]
    [TestCase(5, "0 3 6")]
    [TestCase(1000, "0 500 1,000")]
    public void Scale_OfAnyGreatestValue_NamesWhatItsLinesStandFor(long most, string scale)
    {
        var chart = new ColumnChart("Tasks", ["a", "b"], [[most, 0]]).ToString();

        Assert.That(string.Join(' ', Labels().Matches(chart).Select(label => label.Groups[1].Value)), Is.EqualTo(scale));
    }

    [Test]
    public void Column_OfTheScalesMiddle_EndsAtItsLine()
    {
        var chart = new ColumnChart("Tasks", ["a", "b"], [[3, 2]]).ToString();

        var line = Lines().Matches(chart)[1].Groups[1].Value;
        Assert.That(chart, Does.Match($"<rect class=\"s0\" x=\"[0-9.]+\" y=\"{line}\"[^>]*><title>b: 2<"));
    }

    [GeneratedRegex("class=\"scale\"[^>]*>([^<]*)<")]
    private static partial Regex Labels();

    [GeneratedRegex("<line [^>]*y1=\"([0-9.]+)\"")]
    private static partial Regex Lines();
}
