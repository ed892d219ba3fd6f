using System.Text;

namespace CxoneAssist.Domain.Tests.PolicyFile;

/// <summary>
/// Every kind of unexpected value has its own error: the place, what was expected and how to write
/// it.
/// </summary>
internal sealed class MalformedSectionTests
{
    // A line is a part of a policy, the indented ones below it are its problems.
    private static IEnumerable<TestCaseData> Sections()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "MalformedPolicies", "sections.txt"), Encoding.UTF8);
        foreach (var (index, section) in lines.Index().Where(line => line.Item.StartsWith('"')))
        {
            var problems = lines.Skip(index + 1).TakeWhile(line => line.StartsWith(' ')).Select(line => line.Trim());
            yield return new TestCaseData(section, problems.ToList()).SetArgDisplayNames(section);
        }
    }

    [TestCaseSource(nameof(Sections))]
    public void Read_MalformedSection_IsRefusedWithPlaceAndRemedy(string section, List<string> problems)
    {
        var reading = FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes($$"""
            { "name": "shop", "score": { "field": "csat", "min": 1, "max": 5 },
              "tiers": [ { "name": "low", "below": 3, "priority": "High", "due": "1d" } ],
              {{section}} }
            """));

        Assert.That(reading.Policy, Is.Null);
        Assert.That(reading.Problems.Select(problem => $"{problem.Path}: {problem.Message}"), Is.EqualTo(problems));
    }
}
