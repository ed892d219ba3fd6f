using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

/// <summary>Taking rows over does in each database what <see cref="FollowUp.TakenOver"/> says.</summary>
public abstract partial class FollowUpInboxContract
{
    [Test]
    public async Task ClaimAsync_LeaseHasEnded_StoresAndGivesWhatTakenOverSays([Values] FollowUpState state)
    {
        await using var open = await OpenAsync();
        var leased = await LeaseAsync(open, state);
        Pass(Lease);
        var takenOverAt = Now;

        var claimed = await open.Inbox.ClaimAsync(1, default);

        var stored = (await open.FindAsync("i-1")).FollowUp;
        AssertIsTakenOver(stored, leased, takenOverAt);
        AssertIsGiven(claimed.Select(one => one.FollowUp), leased, takenOverAt);
    }

    [Test]
    public async Task OpenAsync_RowWasLeased_StoresAndGivesWhatTakenOverSays(
        [Values] FollowUpState state, [Values] bool crash)
    {
        var before = await OpenAsync();
        var leased = await LeaseAsync(before, state);
        Pass(Lease);
        var takenOverAt = Now;

        await using var after = await OpenAgainAsync(before, crash);
        // What a host takes over at its start, a later claim does not take over a second time.
        Pass(TakesOverAtStart ? TimeSpan.FromSeconds(7) : TimeSpan.Zero);
        var claimed = await after.Inbox.ClaimAsync(1, default);

        var stored = (await after.FindAsync("i-1")).FollowUp;
        AssertIsTakenOver(stored, leased, takenOverAt);
        AssertIsGiven(claimed.Select(one => one.FollowUp), leased, takenOverAt);
    }

    private async Task<OpenInbox> OpenAgainAsync(OpenInbox before, bool crash)
    {
        var afterCrash = crash ? await OpenAfterCrashAsync(before) : null;
        await before.DisposeAsync();
        return afterCrash ?? await OpenAsync();
    }

    private static async Task<FollowUp> LeaseAsync(OpenInbox open, FollowUpState state)
    {
        await open.Inbox.ReceiveAsync(Given.FullInteraction, default);
        var claimed = await open.ClaimOneAsync();
        var leased = Given.EverythingSet(claimed.FollowUp) with { State = state };
        await open.Inbox.SaveAsync(claimed.Lease, leased, LeaseAfter.Renew);
        Assert.That((await open.FindAsync("i-1")).Leased, Is.True);
        return leased;
    }

    private static void AssertIsTakenOver(FollowUp stored, FollowUp leased, DateTimeOffset at) =>
        Assert.That(WithoutDue(stored), Is.EqualTo(WithoutDue(leased.TakenOver(at))));

    private static void AssertIsGiven(IEnumerable<FollowUp> given, FollowUp leased, DateTimeOffset at) => Assert.That(
        given.Select(WithoutDue),
        Is.EqualTo(leased.State < FollowUpState.Done ? (string[])[WithoutDue(leased.TakenOver(at))] : []),
        "a row that is done or parked is never claimed");

    // While a row is leased, its column next_at says when the lease ends.
    private static string WithoutDue(FollowUp followUp) => Given.Text(followUp with { NextAttemptAt = Given.Noon });
}
