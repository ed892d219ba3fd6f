using CsCheck;
using CxoneAssist.Application.Tests.World;
using CxoneAssist.Domain.Tests;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class FollowUpProperties
{
    private const int Cases = 1_000;

    [Test]
    public void FollowUp_TasksCanBeLookedUp_NeverMakesTwo() => Ordeal.WithSearch.ShouldHold(ordeal => ordeal.Undergo().Tasks.Held.Count <= 1, Cases);

    [Test]
    public void FollowUp_TasksCanBeLookedUp_EndsWithItsTaskOrParkedWithAReason() => Ordeal.WithSearch.ShouldHold(
        ordeal =>
        {
            var centre = ordeal.Undergo();
            return centre.Stored switch
            {
                { State: FollowUpState.Done, Outcome: FollowUpOutcome.TaskCreated } end => centre.Tasks.Held.Single().Id == end.TaskId,
                { State: FollowUpState.Parked, Reason: not null } => true,
                _ => false,
            };
        },
        Cases);

    [Test]
    public void FollowUp_AtAnyTenant_MarksEveryTaskButTheFirst() => Ordeal.AtAnyTenant.ShouldHold(
        ordeal => ordeal.Undergo().Tasks.Held.Skip(1).All(held => held.Task.Description.StartsWith("Possible duplicate: ", StringComparison.Ordinal)),
        Cases);

    [Test]
    public void FollowUp_AtAnyTenant_IsDoneOrLeftWhereAPersonSeesIt() => Ordeal.AtAnyTenant.ShouldHold(
        ordeal =>
        {
            var centre = ordeal.Undergo();
            return centre.Stored switch
            {
                { State: FollowUpState.Done, Outcome: FollowUpOutcome.TaskCreated } end => centre.Tasks.Held.Any(held => held.Id == end.TaskId),
                { State: FollowUpState.Parked, Reason: not null } => true,
                { State: FollowUpState.Creating, UnconfirmedSince: not null, Reason: not null } => ordeal.OnUnconfirmed == UnconfirmedHandling.Hold,
                _ => false,
            };
        },
        Cases);

    [Test]
    public void FollowUp_AtAnyTenant_NotifiesOnceAtMostAndSaysWhatBecameOfIt() => Ordeal.AtAnyTenant.ShouldHold(
        ordeal =>
        {
            var centre = ordeal.Undergo();
            return (centre.Notifications.Shown.Count, centre.Stored) switch
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
    public void Create_AtAnyTenant_SendsOneBodyOnlyUnderAKey() => Ordeal.AtAnyTenant.ShouldHold(
        ordeal =>
        {
            var calls = ordeal.Undergo().Tasks.Sent.Distinct().ToList();
            return calls.DistinctBy(call => call.IdempotencyKey).Count() == calls.Count;
        },
        Cases);

    [Test]
    public void Ordeals_AsTheyAreDrawn_ReachEveryEndAndEveryTrouble()
    {
        var random = new PCG(7, 20261122);
        var centres = Enumerable.Range(0, Cases).Select(_ => Ordeal.AtAnyTenant.Generate(random, null, out var _).Undergo()).ToList();

        Assert.That(centres.Select(centre => (centre.Stored.State, centre.Stored.Notification)).Distinct().Count(), Is.GreaterThanOrEqualTo(5));
        Assert.That(centres.Count(centre => centre.Journal.FatesMet > 1), Is.GreaterThan(Cases / 10));
        Assert.That(centres.Count(centre => centre.Tasks.Held.Count > 1), Is.GreaterThan(Cases / 50), "created again, marked");
        Assert.That(centres.Count(centre => centre.Tasks.Sent.Count > centre.Tasks.Held.Count), Is.GreaterThan(Cases / 10), "calls that made no task");
    }
}
