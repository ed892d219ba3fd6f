using CxoneAssist.Host.Cli.Sandbox.Checking;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Checking;

internal sealed class NotificationCheckTests
{
    [Test]
    public void Compare_OneForEachTask_Agrees() => Assert.That(Compare(new PlayedRun()), Is.Empty);

    [TestCase(0, 1)]
    [TestCase(1, 0)]
    public void Compare_OneMissing_IsForgivenOnlyForAnUnknownOutcome(long unanswered, int disagreements)
    {
        var run = new PlayedRun();
        run.Notifications.RemoveAt(0);

        Assert.That(Compare(run, unanswered).Count(), Is.EqualTo(disagreements));
    }

    [Test]
    public void Compare_SecondForATask_IsNeverForgiven()
    {
        var run = new PlayedRun();
        run.Notifications.Add(run.Notifications[0] with { Id = "notification-3" });

        Assert.That(Compare(run, unanswered: 5).Single(), Is.EqualTo(new Disagreement("i-1", "the agent was notified 2 times")));
    }

    [Test]
    public void Compare_OtherAgent_IsNamed()
    {
        var run = new PlayedRun();
        run.Notifications[0] = run.Notifications[0] with { AgentId = "bob" };

        Assert.That(Compare(run).Single().What, Does.Contain("to 'ann', but is desktop, high, to 'bob'"));
    }

    [Test]
    public void Compare_OtherText_IsMissingHereAndStrangeThere()
    {
        var run = new PlayedRun();
        run.Notifications[0] = run.Notifications[0] with { Message = "Hello" };

        Assert.That(Compare(run).Select(one => one.About), Is.EquivalentTo(["notification-1", "i-1"]));
    }

    private static IEnumerable<Disagreement> Compare(PlayedRun run, long unanswered = 0) =>
        NotificationCheck.Compare(run.Expected, run.Tasks, run.Notifications, unanswered);
}
