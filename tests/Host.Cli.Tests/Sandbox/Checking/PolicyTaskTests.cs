using CxoneAssist.Host.Cli.Sandbox.Checking;
using CxoneAssist.Host.Cli.Sandbox.Service;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Checking;

/// <summary>Tasks under a policy that is not the built-in one.</summary>
internal sealed class PolicyTaskTests
{
    [TestCase("2026-11-22T15:00:00Z", "")]
    [TestCase("2026-11-22T15:00:30Z", "")]
    [TestCase("2026-11-22T15:01:00Z", "")]
    [TestCase("2026-11-22T14:59:59Z", "dueDate should be '2026-11-22T15:00:00Z to 2026-11-22T15:01:00Z' but is '2026-11-22T14:59:59Z'")]
    [TestCase("2026-11-22T15:01:01Z", "dueDate should be '2026-11-22T15:00:00Z to 2026-11-22T15:01:00Z' but is '2026-11-22T15:01:01Z'")]
    public void Compare_NoticeIsLongerThanTheTier_DueCountsFromADecisionBeforeTheCreation(string due, string said)
    {
        var expected = PolicyRules.Expected(PolicyRules.Policy(""" "notice": "5h" """), "i-1", "2");

        var found = Compare(expected, PolicyRules.Task(1, "i-1", "2", due, afterSeconds: 60));

        Assert.That(string.Join('|', found.Select(one => one.What)), Is.EqualTo(said.Length == 0 ? "" : "task-1: " + said));
    }

    [Test]
    public void Compare_TextsOfThePolicy_AreThoseOfTheTask()
    {
        var policy = PolicyRules.Policy(""" "notice": "1h", "texts": { "subject": "{customerId} in {language}", "description": "{field} {score}: {tier}, {policy}" } """);
        var expected = PolicyRules.Expected(policy, "i-1", "2", "c-1");
        var task = PolicyRules.Task(1, "i-1", "2") with { Subject = "c-1 in unknown", Description = "overall_satisfaction 2: unhappy, tested" };

        Assert.That(Compare(expected, task), Is.Empty);
        Assert.That(Compare(expected, PolicyRules.Task(1, "i-1", "2")).Select(one => one.What), Has.Exactly(2).Items
            .And.Some.Contains("subject should be 'c-1 in unknown'"));
    }

    [Test]
    public void Compare_DueDateTooLateForATask_IsForAPerson()
    {
        const string rules = """ "notice": "1h", "calendar": { "zone": "UTC", "hours": { "mon": ["09:00-10:00"] } } """;
        var expected = PolicyRules.Expected(PolicyRules.Policy(rules, due: "106bh"), "i-1", "2");

        Assert.That((expected.IsForAPerson, expected.Owed is null), Is.EqualTo((true, true)));
        Assert.That(Compare(expected, PolicyRules.Task(1, "i-1", "2")).Single().What, Does.StartWith("no task is owed"));
    }

    [TestCase(2, 0, "")]
    [TestCase(1, 0, "i-2: 'ann' was not notified of the task")]
    [TestCase(1, 1, "")]
    [TestCase(3, 5, "i-1: the agent was notified 3 times of 2 tasks with the same text")]
    public void Compare_OneTextForAllNotifications_CountsThemTogether(int sent, long unanswered, string said)
    {
        var policy = PolicyRules.Policy(""" "notice": "1h", "texts": { "notification": "Call back." } """);
        ExpectedFollowUp[] expected = [PolicyRules.Expected(policy, "i-1", "2"), PolicyRules.Expected(policy, "i-2", "1")];
        SimulatorTask[] tasks = [PolicyRules.Task(1, "i-1", "2"), PolicyRules.Task(2, "i-2", "1")];
        var notifications = Enumerable.Range(1, sent).Select(number => PlayedRun.Notification(number, "", "ann") with { Message = "Call back." });

        var found = NotificationCheck.Compare(expected, tasks, [.. notifications], unanswered);

        Assert.That(string.Join('|', found.Select(one => $"{one.About}: {one.What}")), Is.EqualTo(said));
    }

    [Test]
    public void Compare_HostWithAnotherPolicy_IsNamed()
    {
        var policy = PolicyRules.Policy(""" "notice": "1h" """);

        Assert.That(PolicyCheck.Compare(policy, null), Is.Empty);
        Assert.That(PolicyCheck.Compare(policy, new StatedPolicy("tested", policy.ShortHash)), Is.Empty);
        Assert.That(
            PolicyCheck.Compare(policy, new StatedPolicy("default", "164d2a33410d")).Single().What,
            Is.EqualTo($"should be 'tested', version {policy.ShortHash}, but the host decides by 'default', version 164d2a33410d"));
    }

    private static IEnumerable<Disagreement> Compare(ExpectedFollowUp expected, SimulatorTask task) =>
        TaskCheck.Compare([expected], [task], SuppressedFollowUps.Find([expected], [task]));
}
