using System.Text;
using BenchmarkDotNet.Attributes;
using CxoneAssist.Domain;

namespace CxoneAssist.Benchmarks;

/// <summary>A policy with a calendar, labels and overrides: reading its file, and telling why it decided as it did.</summary>
[MemoryDiagnoser]
public class PolicyFileBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 12, 23, 15, 40, 0, TimeSpan.Zero);

    private static readonly byte[] File = Encoding.UTF8.GetBytes("""
        {
          "name": "retail",
          "score": { "field": "overall_satisfaction", "min": 1, "max": 5, "labels": { "poor": 1, "excellent": 5 }, "unanswered": ["n/a"] },
          "tiers": [
            { "name": "detractor", "below": 3, "priority": "High", "due": "8bh" },
            { "name": "passive", "below": 4, "priority": "Medium", "due": "3bd" }
          ],
          "calendar": {
            "zone": "Europe/Berlin",
            "hours": { "mon-thu": ["09:00-12:30", "13:30-18:00"], "fri": ["09:00-15:00"] },
            "holidays": ["2026-12-25", "2026-12-26", "2027-01-01"],
            "special": { "2026-12-24": ["09:00-12:00"] }
          },
          "overrides": [
            { "name": "vip", "when": { "skill": ["vip", "gold"], "responses": { "issue_resolved": ["no"] } },
              "tiers": [ { "name": "vip", "below": 4, "priority": "Critical", "due": "4bh" } ] },
            { "name": "voice", "when": { "channel": ["voice"], "responses": { "effort": { "above": 5 } } },
              "tiers": [ { "name": "voice", "below": 4, "priority": "High", "due": "4bh" } ] }
          ]
        }
        """);

    private readonly FollowUpPolicy _policy = FollowUpPolicyFile.Read(File).Policy!;

    private readonly PolicyInput _facts = new(
        new CompletedInteraction("interaction-1", "agent-042") { Skill = "billing", Channel = "voice" },
        Now,
        new PostInteractionForm([new("comment", "slow"), new("overall_satisfaction", "poor"), new("issue_resolved", "yes"), new("effort", "3")]));

    /// <summary>Decides and tells why.</summary>
    [Benchmark]
    public IReadOnlyList<string> DecideAndExplain() => _policy.Decide(_facts, Now).Reasons;

    /// <summary>Reads the file.</summary>
    [Benchmark]
    public PolicyReadResult Read() => FollowUpPolicyFile.Read(File);
}
