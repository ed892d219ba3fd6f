using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;
using NSubstitute;

namespace CxoneAssist.Application.Tests.Operators;

internal sealed class OperatorActionTests
{
    private static readonly string[] Kinds = ["replay", "confirm", "discard"];

    private readonly FlowHarness _harness = new();

    private static string Id => FlowHarness.Interaction.InteractionId;

    // Where each action leads; "-" where it is refused.
    [TestCase("received, waiting for its form", "Received", "-", "Done")]
    [TestCase("received, its task not taken yet", "Received", "-", "Done")]
    [TestCase("received, waits for another, its call looked up", "Creating", "-", "Done")]
    [TestCase("received, waits for another, its call unconfirmed", "Creating", "-", "Done")]
    [TestCase("creating, to be looked up", "Creating", "Created", "Done")]
    [TestCase("creating, unconfirmed", "Creating", "Created", "Done")]
    [TestCase("created, its notification waits", "Created", "-", "Done")]
    [TestCase("done, task created", "-", "-", "-")]
    [TestCase("done, no task", "-", "-", "-")]
    [TestCase("done, no form", "Received", "-", "-")]
    [TestCase("done, unanswered", "Received", "-", "-")]
    [TestCase("discarded before its form came", "Received", "-", "-")]
    [TestCase("discarded, its call open", "Creating", "-", "-")]
    [TestCase("discarded, its call unconfirmed", "Creating", "-", "-")]
    [TestCase("discarded, its agent not told", "Created", "-", "-")]
    [TestCase("discarded, stopped while telling", "Created", "-", "-")]
    [TestCase("parked for review", "Received", "Created", "Done")]
    [TestCase("parked, its task refused", "Received", "Created", "Done")]
    [TestCase("parked, its call open", "Creating", "Created", "Done")]
    [TestCase("parked, its agent not told", "Created", "-", "Done")]
    public async Task Action_InAnySituation_LeadsOnOrIsRefused(string situation, string replayed, string confirmed, string discarded)
    {
        foreach (var (kind, state) in Kinds.Zip([replayed, confirmed, discarded]))
        {
            var harness = new FlowHarness();
            harness.Inbox.Put(Situation.All[situation]);

            var result = await InterveneAsync(harness.Inbox, harness.Time, kind);

            Assert.That(result.Message, Does.EndWith("."));
            if (state == "-")
            {
                Assert.That(result.Outcome, Is.EqualTo(OperatorActionOutcome.Refused), kind);
                Assert.That((harness.Stored, harness.Inbox.Read().OperatorActions.Count), Is.EqualTo((Situation.All[situation], 0)), kind);
            }
            else
            {
                Assert.That(result.Outcome, Is.EqualTo(OperatorActionOutcome.Applied), kind);
                AssertBeginsAnew(harness, Enum.Parse<FollowUpState>(state), kind);
            }
        }
    }

    [Test]
    public void Situations_AreAllInTheTable()
    {
        var method = typeof(OperatorActionTests).GetMethod(nameof(Action_InAnySituation_LeadsOnOrIsRefused))!;

        Assert.That(
            method.GetCustomAttributes(typeof(TestCaseAttribute), false).Cast<TestCaseAttribute>().Select(row => row.Arguments[0]),
            Is.EquivalentTo(Situation.All.Keys));
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task Action_Applied_KeepsItsNoteAndWhen(string kind)
    {
        _harness.Inbox.Put(Situation.All["parked for review"]);
        _harness.Time.Advance(TimeSpan.FromMinutes(3));

        await InterveneAsync(_harness.Inbox, _harness.Time, kind);

        Assert.That(_harness.Inbox.Read().OperatorActions, Is.EqualTo(new[] { new OperatorAction(_harness.Now, kind, "Asked the agent.") }));
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task Action_WhileItIsWorkedOn_IsRefusedWithoutTouchingIt(string kind)
    {
        var records = Substitute.For<IFollowUpRecords>();
        records.FindAsync(Id, Arg.Any<CancellationToken>()).Returns(new FollowUpRecord(1, 1, Leased: true, Situation.All["parked for review"], []));

        var result = await InterveneAsync(records, _harness.Time, kind);

        Assert.That(
            result, Is.EqualTo(new OperatorActionResult(OperatorActionOutcome.Refused, "It is being worked on right now; try again in a moment.")));
        await records.DidNotReceiveWithAnyArgs().AmendAsync(default!, default!, default!, default);
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task Action_ChangedMeanwhile_IsRefused(string kind)
    {
        var records = Substitute.For<IFollowUpRecords>();
        var read = new FollowUpRecord(1, 1, Leased: false, Situation.All["parked for review"], []);
        records.FindAsync(Id, Arg.Any<CancellationToken>()).Returns(read);
        records.AmendAsync(default!, default!, default!, default).ReturnsForAnyArgs(false);

        var result = await InterveneAsync(records, _harness.Time, kind);

        Assert.That(result, Is.EqualTo(new OperatorActionResult(OperatorActionOutcome.Refused, "It changed while you decided; look at it again.")));
        await records.Received(1).AmendAsync(read, Arg.Any<FollowUp>(), Arg.Any<OperatorAction>(), Arg.Any<CancellationToken>());
    }

    [TestCaseSource(nameof(Kinds))]
    public async Task Action_InteractionNotKnown_IsSaid(string kind)
    {
        var result = await InterveneAsync(_harness.Inbox, _harness.Time, kind);

        Assert.That(result, Is.EqualTo(new OperatorActionResult(OperatorActionOutcome.NotFound, "No webhook was received for this interaction.")));
    }

    private static void AssertBeginsAnew(FlowHarness harness, FollowUpState state, string kind)
    {
        var next = harness.Stored;
        Assert.That(next.State, Is.EqualTo(state), kind);
        Assert.That(next.Outcome, Is.EqualTo(kind == "discard" ? FollowUpOutcome.Discarded : FollowUpOutcome.None), kind);
        if (kind != "discard")
        {
            Assert.That((next.NextAttemptAt, next.Attempts, next.FormPolls, next.Reason), Is.EqualTo((harness.Now, 0, 0, (string?)null)), kind);
            Assert.That((next.UnconfirmedSince, next.Notification), Is.EqualTo(((DateTimeOffset?)null, NotificationStatus.Pending)), kind);
        }
    }

    private static Task<OperatorActionResult> InterveneAsync(IFollowUpRecords records, TimeProvider time, string kind)
    {
        var actions = new OperatorActions(records, time);
        return kind switch
        {
            "replay" => new ReplayFollowUpHandler(actions).Handle(new(Id, "Asked the agent."), CancellationToken.None),
            "confirm" => new ConfirmFollowUpHandler(actions).Handle(new(Id, "task-9", "Asked the agent."), CancellationToken.None),
            _ => new DiscardFollowUpHandler(actions).Handle(new(Id, "Asked the agent."), CancellationToken.None),
        };
    }
}
