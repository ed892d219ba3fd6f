using System.Text;
using BenchmarkDotNet.Attributes;
using CxoneAssist.Domain;

namespace CxoneAssist.Benchmarks;

/// <summary>From the facts to the decision with its reasons.</summary>
[MemoryDiagnoser]
public class PolicyBenchmarks
{
    private const string Shop =
        """
        {
          "name": "shop",
          "score": { "field": "overall_satisfaction", "min": 1, "max": 5, "labels": { "poor": 1, "excellent": 5 } },
          "tiers": [
            { "name": "detractor", "below": 3, "priority": "High", "due": "8bh" },
            { "name": "passive", "below": 4, "priority": "Medium", "due": "3bd" }
          ],
          "notice": "1h",
          "calendar": {
            "zone": "Europe/Berlin",
            "hours": { "mon-thu": ["09:00-12:30", "13:30-18:00"], "fri": ["09:00-15:00"] },
            "holidays": ["2026-12-25", "2026-12-26"],
            "special": { "2026-12-24": ["09:00-12:00"] }
          },
          "overrides": [
            {
              "name": "vip", "when": { "skill": ["vip"], "responses": { "issue_resolved": ["no"] } },
              "tiers": [{ "name": "vip unhappy", "below": 4, "priority": "Critical", "due": "4bh" }]
            }
          ]
        }
        """;

    private static readonly DateTimeOffset Now = new(2026, 12, 23, 15, 40, 0, TimeSpan.Zero);

    private readonly FollowUpPolicy _shop = FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes(Shop)).Policy
        ?? throw new InvalidOperationException("The policy has problems.");

    private PolicyInput _facts = null!;
    private PolicyInput _vipFacts = null!;
    private DateTimeOffset _now = Now;

    /// <summary>The answer to the question that decides.</summary>
    [Params("2", "3.5", "5", "not a number")]
    public string Score { get; set; } = "";

    /// <summary>Makes the facts.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var interaction = new CompletedInteraction("interaction-1", "agent-042") { Skill = "sales" };
        var form = new PostInteractionForm([new FormResponse("issue_resolved", "no"), new FormResponse("overall_satisfaction", Score)]);
        _facts = new PolicyInput(interaction, Now, form);
        _vipFacts = new PolicyInput(interaction with { Skill = "VIP" }, Now, form);
    }

    /// <summary>Decides by the default policy.</summary>
    [Benchmark]
    public FollowUpDecision Decide() => FollowUpPolicy.Default.Decide(_facts, Now);

    /// <summary>Decides by opening hours, past an override that does not apply.</summary>
    [Benchmark]
    public FollowUpDecision DecideByCalendar() => _shop.Decide(_facts, Now);

    /// <summary>Decides by opening hours and an override.</summary>
    [Benchmark]
    public FollowUpDecision DecideByOverride() => _shop.Decide(_vipFacts, Now);

    /// <summary>Decides by opening hours on each day of a year in turn, as a backtest does.</summary>
    [Benchmark]
    public FollowUpDecision DecideThroughTheYear()
    {
        _now = _now > Now.AddYears(1) ? Now : _now.AddHours(7);
        return _shop.Decide(_facts with { ReceivedAt = _now }, _now);
    }
}
