using System.Text.RegularExpressions;

namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>docs/operations.md is ordered by what one sees, and each of its answers begins with a command.</summary>
internal sealed partial class OperationsDocumentTests
{
    private static readonly string[] Asked =
        ["A customer complains", "CXone is down", "Wrong secret", "Full disk", "Many are parked", "The host does not start"];

    private static readonly string Text = File.ReadAllText(Repository.At("docs", "operations.md")).ReplaceLineEndings("\n");

    private static IEnumerable<string> Sections() => Text.Split("\n## ").Skip(1);

    /// <summary>The headings that the table of what one sees leads to, in its order.</summary>
    public static IEnumerable<string> Symptoms() =>
        Row().Matches(Sections().Single(section => section.StartsWith("What do you see?\n", StringComparison.Ordinal)))
            .Select(row => row.Groups["heading"].Value);

    [Test]
    public void Table_ComesFirst_AndNamesWhatIsMostUrgent() => Assert.Multiple(() =>
    {
        Assert.That(Sections().First(), Does.StartWith("What do you see?\n"));
        Assert.That(Symptoms(), Is.SupersetOf(Asked));
    });

    [TestCaseSource(nameof(Symptoms))]
    public void Answer_Begins_WithACommand(string heading) =>
        Assert.That(Sections().SingleOrDefault(section => section.StartsWith(heading + "\n\n```\n", StringComparison.Ordinal)), Is.Not.Null);

    [Test]
    public void Answers_StandInTheTablesOrder() => Assert.That(
        Sections().Select(section => section.Split('\n')[0]).Where(Symptoms().Contains), Is.EqualTo(Symptoms().Distinct()));

    [GeneratedRegex(@"^\| .* \| \[(?<heading>[^\]]+)\]\(#[^)]+\) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
