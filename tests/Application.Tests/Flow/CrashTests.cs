using CxoneAssist.Application.Tests.World;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class CrashTests
{
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, Action<ContactCentre>> Stories = new()
    {
        ["all goes well"] = _ => { },
        ["searches lag"] = centre => centre.Tasks.UsualCreation = new(Creation.Answered, Lag: Lag),
        ["the answer is lost"] = centre => centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost, Lag: Lag)),
        ["the call never arrives"] = centre => centre.Tasks.Creations.Enqueue(new(Creation.NeverArrived)),
        ["the call waits, then its answer is lost"] = centre => centre.Tasks.Creations.Enqueue(new(Creation.AnswerLost, TimeSpan.FromSeconds(40), Lag)),
        ["CXone is busy, then refuses"] = centre =>
        {
            centre.Tasks.Creations.Enqueue(new(Creation.Throttled));
            centre.Tasks.Creations.Enqueue(new(Creation.Rejected));
        },
        ["the assignee is refused"] = centre =>
        {
            centre.Options.FallbackAssignee = "supervisor";
            centre.Tasks.Creations.Enqueue(new(Creation.AssigneeRefused));
        },
        ["the notification has to wait"] = centre => centre.Notifications.Next.Enqueue(Notice.Throttled),
        ["the notification is lost"] = centre => centre.Notifications.Next.Enqueue(Notice.AnswerLost),
    };

    private static IEnumerable<string> StoryNames => Stories.Keys;

    [Test]
    public async Task Process_DyingAtAnyStep_LeavesOneTaskAndNeverNotifiesTwice(
        [ValueSource(nameof(StoryNames))] string story,
        [Values(Fate.DiesBefore, Fate.DiesAfter, Fate.PausesBefore, Fate.PausesAfter)] Fate fate,
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
        [ValueSource(nameof(StoryNames))] string story, [Values(Fate.DiesBefore, Fate.DiesAfter)] Fate first)
    {
        for (var step = 0; await RunAsync(story, true, (step, first)) > 0; step++)
        {
            foreach (var second in new[] { Fate.DiesBefore, Fate.DiesAfter })
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
        var centre = new ContactCentre();
        centre.Journal.Ordain(step, Fate.DiesBefore);

        await centre.ReceiveAndRunToRestAsync();

        // How often "none yet" is noted on the way is told elsewhere.
        Assert.That(WithoutNotes(centre.Journal.Steps), Is.EqualTo(steps));
    }

    private static async Task<int> RunAsync(string story, bool restartsAtOnce, params (int Step, Fate Fate)[] fates)
    {
        var centre = new ContactCentre { RestartsAtOnce = restartsAtOnce };
        Stories[story](centre);
        foreach (var (step, fate) in fates)
        {
            centre.Journal.Ordain(step, fate);
        }

        var end = await centre.ReceiveAndRunToRestAsync();

        var told = $"{string.Join(", then ", fates)}: {string.Join(", ", centre.Journal.Steps)}";
        Assert.That((end.State, end.Outcome), Is.EqualTo((FollowUpState.Done, FollowUpOutcome.TaskCreated)), told);
        Assert.That(centre.Tasks.Held.Select(held => held.Id), Is.EqualTo(new[] { end.TaskId }), told);
        Assert.That(centre.Notifications.Shown, Has.Count.LessThanOrEqualTo(1), told);
        Assert.That(centre.Notifications.Shown.Count == 1 || end.Notification == NotificationStatus.Unknown, $"a missing notification is told: {told}");
        return centre.Journal.FatesMet;
    }

    private static List<string> WithoutNotes(List<string> steps) =>
        [.. steps.Where((step, i) => !(step == "save Creating" && i > 0 && steps[i - 1] == "find" && steps[i + 1] != "create"))];
}
