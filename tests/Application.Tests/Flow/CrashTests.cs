using CxoneAssist.Application.Tests.Fakes;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class CrashTests
{
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, Action<FlowHarness>> Stories = new()
    {
        ["all goes well"] = _ => { },
        ["searches lag"] = harness => harness.Tasks.UsualCreation = new(CreateBehavior.Answered, Lag: Lag),
        ["the answer is lost"] = harness => harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost, Lag: Lag)),
        ["the call never arrives"] = harness => harness.Tasks.Creations.Enqueue(new(CreateBehavior.NeverArrived)),
        ["the call waits, then its answer is lost"] = harness => harness.Tasks.Creations.Enqueue(new(CreateBehavior.AnswerLost, TimeSpan.FromSeconds(40), Lag)),
        ["CXone is busy, then refuses"] = harness =>
        {
            harness.Tasks.Creations.Enqueue(new(CreateBehavior.Throttled));
            harness.Tasks.Creations.Enqueue(new(CreateBehavior.Rejected));
        },
        ["the assignee is refused"] = harness =>
        {
            harness.Options.FallbackAssignee = "supervisor";
            harness.Tasks.Creations.Enqueue(new(CreateBehavior.AssigneeRefused));
        },
        ["the notification has to wait"] = harness => harness.Notifications.Next.Enqueue(NotifyBehavior.Throttled),
        ["the notification is lost"] = harness => harness.Notifications.Next.Enqueue(NotifyBehavior.AnswerLost),
    };

    private static IEnumerable<string> StoryNames => Stories.Keys;

    [Test]
    public async Task Process_DyingAtAnyStep_LeavesOneTaskAndNeverNotifiesTwice(
        [ValueSource(nameof(StoryNames))] string story,
        [Values(Fault.DiesBefore, Fault.DiesAfter, Fault.PausesBefore, Fault.PausesAfter)] Fault fate,
        [Values] bool restartsAtOnce)
    {
        var step = 0;
        while (await RunAsync(story, restartsAtOnce, (step, fate)) > 0)
        {
            step++;
        }

        Assert.That(step, Is.GreaterThanOrEqualTo(6), "every step was died at, and there are six at least");
    }

    [Test]
    public async Task Process_DyingTwiceAtAnySteps_LeavesOneTaskAndNeverNotifiesTwice(
        [ValueSource(nameof(StoryNames))] string story, [Values(Fault.DiesBefore, Fault.DiesAfter)] Fault first)
    {
        for (var step = 0; await RunAsync(story, true, (step, first)) > 0; step++)
        {
            foreach (var second in new[] { Fault.DiesBefore, Fault.DiesAfter })
            {
                for (var next = step + 1; await RunAsync(story, true, (step, first), (next, second)) > 1; next++)
                {
                }
            }
        }
    }

    [TestCase(0, "read form", "read form", "save Creating", "create", "save Created", "notify", "save Done")]
    [TestCase(2, "read form", "save Creating", "create", "find", "find", "find", "save Creating", "create", "save Created", "notify", "save Done")]
    [TestCase(3, "read form", "save Creating", "create", "save Created", "find", "save Created", "notify", "save Done")]
    [TestCase(4, "read form", "save Creating", "create", "save Created", "notify", "save Done")]
    public async Task Process_DyingBeforeAStep_IsResumedFromWhatIsStored(int step, params string[] steps)
    {
        var harness = new FlowHarness();
        harness.Journal.InjectAt(step, Fault.DiesBefore);

        await harness.ReceiveAndRunToRestAsync();

        // Other tests count how often "none yet" is noted.
        Assert.That(WithoutNotes(harness.Journal.Steps), Is.EqualTo(steps));
    }

    private static async Task<int> RunAsync(string story, bool restartsAtOnce, params (int Step, Fault Fate)[] fates)
    {
        var harness = new FlowHarness { RestartsAtOnce = restartsAtOnce };
        Stories[story](harness);
        foreach (var (step, fate) in fates)
        {
            harness.Journal.InjectAt(step, fate);
        }

        var end = await harness.ReceiveAndRunToRestAsync();

        var told = $"{string.Join(", then ", fates)}: {string.Join(", ", harness.Journal.Steps)}";
        Assert.That((end.State, end.Outcome), Is.EqualTo((FollowUpState.Done, FollowUpOutcome.TaskCreated)), told);
        Assert.That(harness.Tasks.Held.Select(held => held.Id), Is.EqualTo(new[] { end.TaskId }), told);
        Assert.That(harness.Notifications.Shown, Has.Count.LessThanOrEqualTo(1), told);
        Assert.That(harness.Notifications.Shown.Count == 1 || end.Notification == NotificationStatus.Unknown, $"a missing notification is told: {told}");
        return harness.Journal.FaultsMet;
    }

    private static List<string> WithoutNotes(List<string> steps) =>
        [.. steps.Where((step, i) => !(step == "save Creating" && i > 0 && steps[i - 1] == "find" && steps[i + 1] != "create"))];
}
