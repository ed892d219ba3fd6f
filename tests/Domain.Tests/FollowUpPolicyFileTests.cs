using System.Text;

namespace CxoneAssist.Domain.Tests;

internal sealed class FollowUpPolicyFileTests
{
    private const string Simple = """
        {
          // What the shop agreed on.
          "name": "shop",
          "score": { "field": "csat", "min": 1, "max": 5 },
          "tiers": [
            { "name": "low", "below": 2.50, "priority": "Critical", "due": "4h" },
            { "name": "middling", "below": 4, "priority": "Normal", "due": "2w" },
          ],
          "notice": "30m",
        }
        """;

    [Test]
    public void Read_SimplePolicyWithCommentsAndTrailingCommas_IsTaken()
    {
        var policy = Read(Simple).Policy!;

        Assert.That((policy.Name, policy.Question.Field, policy.MinimumLeadTime.ToString()), Is.EqualTo(("shop", "csat", "30m")));
        Assert.That(policy.Tiers.All, Is.EqualTo(new[]
        {
            new Tier("low", 2.5m, TaskPriority.Critical, new FollowUpDuration(4, DurationUnit.Hours)),
            new Tier("middling", 4, TaskPriority.Normal, new FollowUpDuration(2, DurationUnit.Weeks)),
        }));
    }

    [Test]
    public void Read_ByteOrderMark_IsPassedOver() => Assert.That(Read("\uFEFF" + Simple).Policy, Is.Not.Null);

    [Test]
    public void Read_WithoutNotice_HasTheDefaultOne() =>
        Assert.That(Read(Simple.Replace("\"notice\": \"30m\",", "", StringComparison.Ordinal)).Policy!.MinimumLeadTime.ToString(), Is.EqualTo("1h"));

    [Test]
    public void Read_SeveralProblems_AreAllReportedWithTheirPlaces()
    {
        var reading = Read("""
            {
              "nam": "shop",
              "score": { "field": "csat", "min": 5, "max": 1 },
              "tiers": [ { "name": "ü", "below": "3", "priority": "high", "due": "1 day" } ]
            }
            """);

        Assert.That(reading.Policy, Is.Null);
        Assert.That(reading.Problems.Select(problem => (problem.Line, problem.Column, problem.Path)), Is.EqualTo(new[]
        {
            (1, 1, "$"),
            (2, 3, "$.nam"),
            (3, 48, "$.score.max"),
            (4, 38, "$.tiers[0].below"),
            (4, 55, "$.tiers[0].priority"),
            (4, 70, "$.tiers[0].due"),
        }));
        Assert.That(reading.Problems[1].Message, Does.Contain("Did you mean 'name'?"));
    }

    [Test]
    public void Hash_SameMeaningInOtherWords_IsTheSame()
    {
        var policy = Read(Simple).Policy!;
        var written = FollowUpPolicyFile.Write(policy);

        Assert.That(FollowUpPolicyFile.Read(written).Policy!.Hash, Is.EqualTo(policy.Hash).And.Length.EqualTo(64));
        Assert.That(Read(Simple.Replace("2.50", "2.5", StringComparison.Ordinal)).Policy!.Hash, Is.EqualTo(policy.Hash));
        Assert.That(Read(Simple.Replace("2.50", "2.6", StringComparison.Ordinal)).Policy!.Hash, Is.Not.EqualTo(policy.Hash));
    }

    [Test]
    public void Default_Policy_HasAWrittenFormAndItsHash()
    {
        var written = FollowUpPolicyFile.Write(FollowUpPolicy.Default);

        Assert.That(FollowUpPolicyFile.Read(written).Policy!.Hash, Is.EqualTo(FollowUpPolicy.Default.Hash));
        Assert.That(FollowUpPolicy.Default.Hash, Does.StartWith(FollowUpPolicy.Default.ShortHash));
    }

    private static PolicyReadResult Read(string text) => FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes(text));
}
