using System.Text;

namespace CxoneAssist.Domain.Tests.PolicyFile;

internal sealed class MalformedPolicyTests
{
    private const string Record = "expected.txt";

    public static IEnumerable<string> Files =>
        Directory.GetFiles(Folder, "*.json*").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "MalformedPolicies");

    [Test]
    public void Files_AreManyAndEachIsRecorded()
    {
        Assert.That(Files.Count(), Is.GreaterThan(70));
        Assert.That(Recorded().Keys, Is.EquivalentTo(Files));
    }

    [TestCaseSource(nameof(Files))]
    public void Read_MalformedPolicy_IsRefusedWithPlaceAndRemedyOfEachProblem(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, file));
        var reading = FollowUpPolicyFile.Read(bytes);
        var actual = string.Join('\n', reading.Problems.Append<object>($"schema: {SchemaSays(bytes)}"));

        // To record anew after a change that is meant: CXONEASSIST_RECORD=<the folder of these files>.
        if (Environment.GetEnvironmentVariable("CXONEASSIST_RECORD") is { } folder)
        {
            File.AppendAllText(Path.Combine(folder, Record), $"== {file}\n{actual}\n");
        }

        Assert.That(reading.Policy, Is.Null);
        Assert.That(actual, Is.EqualTo(Recorded()[file]));
    }

    [TestCaseSource(nameof(Files))]
    public void Lint_MalformedPolicy_TellsTheSameWithTheRemedyApart(string file)
    {
        var reading = FollowUpPolicyFile.Read(File.ReadAllBytes(Path.Combine(Folder, file)));
        var findings = PolicyLint.Check(reading, new DateOnly(2026, 11, 25));

        Assert.That(findings.Select(finding => $"{finding.Message} {finding.Remedy}"), Is.EqualTo(reading.Problems.Select(problem => problem.Message)));
        Assert.That(findings.Select(finding => finding.Message), Is.All.EndsWith("."));
        Assert.That(findings.Select(finding => finding.Remedy[0]), Is.All.Matches<char>(char.IsUpper));
    }

    // What the schema cannot see (an order, a zone, a date) is recorded as let through: editors say less than the reader, never more.
    private static string SchemaSays(byte[] bytes)
    {
        try
        {
            return PolicySchema.Accepts(bytes) ? "lets it through" : "refuses it";
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException or ArgumentException)
        {
            return "is never asked, for it is not JSON";
        }
    }

    private static Dictionary<string, string> Recorded() => File.ReadAllText(Path.Combine(Folder, Record), Encoding.UTF8)
        .Split("== ", StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('\n', 2))
        .ToDictionary(part => part[0], part => part[1].TrimEnd('\n'));
}
