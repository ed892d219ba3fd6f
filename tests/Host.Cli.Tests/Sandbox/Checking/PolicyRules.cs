using System.Text;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Sandbox.Checking;
using CxoneAssist.Host.Cli.Sandbox.Surveys;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Checking;

/// <summary>Surveys under a policy of one tier (below 3, due 4 hours after the form), with other rules as a test needs them.</summary>
internal static class PolicyRules
{
    public static readonly DateTimeOffset CompletedAt = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public static FollowUpPolicy Policy(string rules, string due = "4h")
    {
        var json = $$"""
            { "name": "tested", "score": { "field": "overall_satisfaction", "min": 1, "max": 5 },
              "tiers": [{ "name": "unhappy", "below": 3, "priority": "High", "due": "{{due}}" }], {{rules}} }
            """;
        var reading = FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes(json));
        return reading.Policy ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    public static ExpectedFollowUp Expected(FollowUpPolicy policy, string id, string score, string? customer = null) =>
        ExpectedFollowUp.Create(new Survey(id, "ann", score, "") { Customer = customer }, policy, CompletedAt, CompletedAt);

    public static SimulatorTask Task(int number, string id, string score, string dueDate = "2026-11-22T14:00:00Z", int afterSeconds = 0) =>
        PlayedRun.Task(number, id, "ann", score, "High", dueDate) with { CreatedAt = CompletedAt.AddSeconds(afterSeconds) };
}
