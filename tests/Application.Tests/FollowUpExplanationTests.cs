using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Operators;

namespace CxoneAssist.Application.Tests;

internal sealed class FollowUpExplanationTests
{
    private static readonly DateTimeOffset Deleted = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    [TestCase("received, waiting for its form", "It is not decided yet.")]
    [TestCase("received, its task not taken yet", "A task of priority ")]
    [TestCase("creating, to be looked up", "The creation of its task was begun, and it is not known yet whether it was made.")]
    [TestCase("creating, unconfirmed", "The creation of its task is unconfirmed since 20")]
    [TestCase("created, its notification waits", "Its task exists: ")]
    [TestCase("done, task created", "A task of priority ")]
    [TestCase("done, no task", "The policy ")]
    [TestCase("done, no form", "No form came within the grace period that began 20")]
    [TestCase("done, unanswered", "Some reason. A later webhook opens it again.")]
    [TestCase("discarded before its form came", "An operator discarded it.")]
    [TestCase("parked for review", "A person has to look at it: ")]
    public void Explanation_OfASituation_SaysIt(string situation, string begins) =>
        Assert.That(Explain(Situation.All[situation]), Does.StartWith(begins).And.EndsWith("."));

    [TestCaseSource(nameof(Situations))]
    public void Explanation_OfAnySituation_IsASentence(string situation) =>
        Assert.That(Explain(Situation.All[situation]), Does.Match("^[A-Z].{20,}[.]$"));

    [Test]
    public void Explanation_OfADiscardedOne_NamesWhoWhenAndWhy()
    {
        var action = new OperatorAction(Deleted, "discard", "A test call.") { Actor = "operator key" };
        var record = new FollowUpRecord(1, 1, false, Situation.All["discarded before its form came"], [action]);

        Assert.That(FollowUpExplanation.Of(record), Is.EqualTo("An operator (operator key) discarded it 2026-11-30 09:00:00 UTC: A test call."));
    }

    [TestCase(false, "A task of priority High exists: task-1. Agent agent-7 was notified.")]
    [TestCase(
        true,
        "A task of priority High exists: task-1. It is assigned to the fallback assignee, because CXone refused the agent. Agent agent-7 was notified.")]
    public void Explanation_OfATask_NamesWhoWasToldAndWhoHasIt(bool fallback, string sentence)
    {
        var created = Situation.All["done, task created"];
        var followUp = created with
        {
            Interaction = created.Interaction with { AgentId = "agent-7" },
            TaskId = "task-1",
            TaskAt = null,
            NotifiedAt = null,
            Notification = NotificationStatus.Sent,
            UsesFallbackAssignee = fallback,
        };

        Assert.That(FollowUpExplanation.Of(new FollowUpRecord(1, 1, false, followUp, [])), Is.EqualTo(sentence));
    }

    [TestCase(1, "Its webhook came again, last 2026-11-30 09:00:00 UTC: a duplicate, which changes nothing.")]
    [TestCase(12_000, "Its webhook came again 12000 times, last 2026-11-30 09:00:00 UTC: a duplicate, which changes nothing.")]
    public void Explanation_OfOneWhoseWebhookCameAgain_SaysSoLast(int times, string sentence)
    {
        var record = new FollowUpRecord(1, 1, false, Situation.All["done, no form"], []);

        var explanation = FollowUpExplanation.Of(record with { Repetitions = new(times, Deleted) });

        Assert.That(explanation, Is.EqualTo($"{FollowUpExplanation.Of(record)} {sentence}"));
    }

    [Test]
    public void Explanation_OfOneWhoseContentsAreDeleted_SaysWhenAndHowItEnded()
    {
        var record = new FollowUpRecord(1, 1, false, Situation.All["done, no form"], []) { PurgedAt = Deleted };

        Assert.That(
            FollowUpExplanation.Of(record),
            Is.EqualTo("Its contents were deleted 2026-11-30 09:00:00 UTC. It had ended without a task: no form came."));
    }

    public static IEnumerable<string> Situations() => Situation.All.Keys;

    private static string Explain(FollowUp followUp) => FollowUpExplanation.Of(new FollowUpRecord(1, 1, false, followUp, []));
}
