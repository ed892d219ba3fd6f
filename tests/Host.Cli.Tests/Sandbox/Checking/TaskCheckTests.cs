using CxoneAssist.Host.Cli.Sandbox.Checking;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Checking;

internal sealed class TaskCheckTests
{
    private static readonly TestCaseData<Func<SimulatorTask, SimulatorTask>, string>[] Changes =
    [
        new(task => task with { Priority = "Medium" }, "priority should be 'High' but is 'Medium'"),
        new(task => task with { AssigneeId = "bob" }, "assigneeId should be 'ann'"),
        new(task => task with { DueDate = "2026-11-23T10:00:01Z" }, "dueDate should be '2026-11-23T10:00:00Z' but is '2026-11-23T10:00:01Z'"),
        new(task => task with { DueDate = null }, "dueDate"),
        new(task => task with { Subject = "x" }, "subject"),
        new(task => task with { Description = task.Description!.Replace('1', '2') }, "description"),
        new(task => task with { CustomFields = [new SimulatorCustomField("other", "i-1")] }, "customFields"),
    ];

    [Test]
    public void Compare_TasksAsThePolicySays_Agrees()
    {
        var run = new PlayedRun();
        run.Tasks[0] = run.Tasks[0] with { DueDate = "2026-11-23T10:00:00.000Z" };

        Assert.That(Compare(run), Is.Empty);
    }

    [TestCaseSource(nameof(Changes))]
    public void Compare_OneMemberDiffers_NamesItWithBothValues(Func<SimulatorTask, SimulatorTask> change, string what)
    {
        var run = new PlayedRun();
        run.Tasks[0] = change(run.Tasks[0]);

        var found = Compare(run).Single();

        Assert.That((found.About, found.What), Is.EqualTo(("i-1", found.What)));
        Assert.That(found.What, Does.StartWith("task-1: ").And.Contain(what));
    }

    [Test]
    public void Compare_TaskMissing_IsNamed()
    {
        var run = new PlayedRun();
        run.Tasks.RemoveAt(1);

        Assert.That(Compare(run).Single(), Is.EqualTo(new Disagreement("i-2", "one Medium task is owed, but CXone has none")));
    }

    [TestCase("i-1", "one High task is owed, but CXone has task-1 and task-3")]
    [TestCase("i-3", "no task is owed (No tier applies: no task.), but CXone has task-3")]
    public void Compare_TaskTooMany_IsNamed(string interactionId, string what)
    {
        var run = new PlayedRun();
        run.Tasks.Add(PlayedRun.Task(3, interactionId, "ann", "1", "High", "2026-11-23T10:00:00Z"));

        Assert.That(Compare(run).Single(), Is.EqualTo(new Disagreement(interactionId, what)));
    }

    [Test]
    public void Compare_TaskOfAStranger_IsNamed()
    {
        var run = new PlayedRun();
        run.Tasks.Add(PlayedRun.Task(3, "i-9", "ann", "1", "High", "2026-11-23T10:00:00Z"));

        Assert.That(Compare(run).Single().What, Is.EqualTo("belongs to an interaction that was not played: 'i-9'"));
    }

    private static IEnumerable<Disagreement> Compare(PlayedRun run) =>
        TaskCheck.Compare(run.Expected, run.Tasks, SuppressedFollowUps.Find(run.Expected, run.Tasks));
}
