using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Sandbox.Checking;
using CxoneAssist.Host.Cli.Sandbox.Surveys;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Checking;

/// <summary>Three surveys (a High task, a Medium one, none) and a ledger that agrees with them, to be changed in one place.</summary>
internal sealed class PlayedRun
{
    private static readonly DateTimeOffset CompletedAt = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<ExpectedFollowUp> Expected { get; } =
    [
        ExpectedFollowUp.Create(new Survey("i-1", "ann", "1", ""), FollowUpPolicy.Default, CompletedAt),
        ExpectedFollowUp.Create(new Survey("i-2", "bob", "3", ""), FollowUpPolicy.Default, CompletedAt),
        ExpectedFollowUp.Create(new Survey("i-3", "ann", "5", ""), FollowUpPolicy.Default, CompletedAt),
    ];

    public List<SimulatorTask> Tasks { get; } = [Task(1, "i-1", "ann", "1", "High", "2026-11-23T10:00:00Z"), Task(2, "i-2", "bob", "3", "Medium", "2026-11-25T10:00:00Z")];

    public List<SimulatorNotification> Notifications { get; } = [Notification(1, "i-1", "ann"), Notification(2, "i-2", "bob")];

    public static SimulatorTask Task(int number, string interactionId, string agentId, string score, string priority, string dueDate) => new(
        $"task-{number}",
        interactionId,
        $"Agent Assist: Follow-up required for interaction {interactionId}",
        $"Post-interaction satisfaction score: {score}. Requires agent review and remediation.",
        priority,
        dueDate,
        agentId,
        [new SimulatorCustomField("interaction_id_link", interactionId)],
        "key",
        CompletedAt);

    public static SimulatorNotification Notification(int task, string interactionId, string agentId) => new(
        $"notification-{task}", agentId, $"New Assist Task assigned: task-{task}. Review interaction {interactionId}.", "desktop", "high", CompletedAt);
}
