using CsCheck;
using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain.Tests;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class FollowUpProperties
{
    private const int Cases = 1_000;

    [Test]
    public void FollowUp_TasksCanBeLookedUp_NeverMakesTwo() => FaultScenario.WithSearch.ShouldHold(scenario => scenario.Run().Tasks.Held.Count <= 1, Cases);

    [Test]
    public void FollowUp_TasksCanBeLookedUp_EndsWithItsTaskOrParkedWithAReason() => FaultScenario.WithSearch.ShouldHold(
        scenario =>
        {
            var harness = scenario.Run();
            return harness.Stored switch
            {
                { State: FollowUpState.Done, Outcome: FollowUpOutcome.TaskCreated } end => harness.Tasks.Held.Single().Id == end.TaskId,
                { State: FollowUpState.Parked, Reason: not null } => true,
                _ => false,
            };
        },
        Cases);

    [Test]
    public void FollowUp_AtAnyTenant_MarksEveryTaskButTheFirst() => FaultScenario.AtAnyTenant.ShouldHold(
        scenario => scenario.Run().Tasks.Held.Skip(1).All(held => held.Task.Description.StartsWith("Possible duplicate: ", StringComparison.Ordinal)),
        Cases);

    [Test]
    public void FollowUp_AtAnyTenant_IsDoneOrLeftWhereAPersonSeesIt() => FaultScenario.AtAnyTenant.ShouldHold(
        scenario =>
        {
            var harness = scenario.Run();
            return harness.Stored switch
            {
                { State: FollowUpState.Done, Outcome: FollowUpOutcome.TaskCreated } end => harness.Tasks.Held.Any(held => held.Id == end.TaskId),
                { State: FollowUpState.Parked, Reason: not null } => true,
                { State: FollowUpState.Creating, UnconfirmedSince: not null, Reason: not null } => scenario.OnUnconfirmed == UnconfirmedHandling.Hold,
                _ => false,
            };
        },
        Cases);

    [Test]
    public void FollowUp_AtAnyTenant_NotifiesOnceAtMostAndSaysWhatBecameOfIt() => FaultScenario.AtAnyTenant.ShouldHold(
        scenario =>
        {
            var harness = scenario.Run();
            return (harness.Notifications.Shown.Count, harness.Stored) switch
            {
                (0, { Outcome: FollowUpOutcome.TaskCreated } end) =>
                    end is { Notification: NotificationStatus.Failed or NotificationStatus.Unknown, Reason: not null },
                (1, var end) => end.Notification is NotificationStatus.Sent || end is { Notification: NotificationStatus.Unknown, Reason: not null },
                (0, _) => true,
                _ => false,
            };
        },
        Cases);

    [Test]
    public void Create_AtAnyTenant_SendsOneBodyOnlyUnderAKey() => FaultScenario.AtAnyTenant.ShouldHold(
        scenario =>
        {
            var calls = scenario.Run().Tasks.Sent.Distinct().ToList();
            return calls.DistinctBy(call => call.IdempotencyKey).Count() == calls.Count;
        },
        Cases);

    [Test]
    public void Ordeals_AsTheyAreDrawn_ReachEveryEndAndEveryTrouble()
    {
        var random = new PCG(7, 20261122);
        var centres = Enumerable.Range(0, Cases).Select(_ => FaultScenario.AtAnyTenant.Generate(random, null, out var _).Run()).ToList();

        Assert.That(centres.Select(harness => (harness.Stored.State, harness.Stored.Notification)).Distinct().Count(), Is.GreaterThanOrEqualTo(5));
        Assert.That(centres.Count(harness => harness.Journal.FaultsMet > 1), Is.GreaterThan(Cases / 10));
        Assert.That(centres.Count(harness => harness.Tasks.Held.Count > 1), Is.GreaterThan(Cases / 50), "created again, marked");
        Assert.That(centres.Count(harness => harness.Tasks.Sent.Count > harness.Tasks.Held.Count), Is.GreaterThan(Cases / 10), "calls that made no task");
    }
}
