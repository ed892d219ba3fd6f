using CxoneAssist.Application.Tests.Fakes;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class AssigneeTests
{
    private static readonly string[] TwoIntents = ["save Creating", "create", "save Creating", "create"];

    private readonly FlowHarness _harness = new();

    [Test]
    public async Task Assignee_Refused_TheFallbackGetsTheTaskAtOnceUnderANewKey()
    {
        _harness.Options.FallbackAssignee = "supervisor-queue-7";
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AssigneeRefused));

        var end = await _harness.ReceiveAndRunAsync();

        Assert.That(_harness.Tasks.Held.Single().Task.AssigneeId, Is.EqualTo("supervisor-queue-7"));
        Assert.That(_harness.Tasks.Sent.DistinctBy(sent => sent.IdempotencyKey).Count(), Is.EqualTo(2));
        Assert.That((end!.Outcome, end.UsesFallbackAssignee), Is.EqualTo((FollowUpOutcome.TaskCreated, true)));
        Assert.That(_harness.Journal.Steps[1..5], Is.EqualTo(TwoIntents));
    }

    [Test]
    public async Task Assignee_FallbackRefusedToo_IsUsedOnceAndParkedInTheEnd()
    {
        _harness.Options.FallbackAssignee = "supervisor-queue-7";
        _harness.Tasks.UsualCreation = new(CreateBehavior.AssigneeRefused);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.State, end.Reason), Is.EqualTo((FollowUpState.Parked, "Gave up after 8 attempts: CXone knows no such assignee.")));
        Assert.That(_harness.Tasks.Sent, Has.Count.EqualTo(1 + 8));
    }

    [Test]
    public async Task Assignee_RefusedWithoutAFallback_IsParkedInTheEnd()
    {
        _harness.Tasks.UsualCreation = new(CreateBehavior.AssigneeRefused);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.State, end.UsesFallbackAssignee, _harness.Tasks.Sent.Count), Is.EqualTo((FollowUpState.Parked, false, 8)));
    }

    [Test]
    public async Task Fallback_NotAnId_IsParkedUnsent()
    {
        _harness.Options.FallbackAssignee = "not an id";
        _harness.Tasks.UsualCreation = new(CreateBehavior.AssigneeRefused);

        var end = await _harness.ReceiveAndRunAsync();

        Assert.That((end!.State, end.Reason), Is.EqualTo((FollowUpState.Parked, "The task cannot be sent: The assignee's id is not valid.")));
        Assert.That((_harness.Tasks.Sent.Count, end.IntentAt), Is.EqualTo((1, (DateTimeOffset?)null)));
    }
}
