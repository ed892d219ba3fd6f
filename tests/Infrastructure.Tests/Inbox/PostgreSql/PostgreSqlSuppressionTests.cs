using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

/// <summary>
/// A host that is frozen while it holds a customer's lock delays that customer for a while, and no
/// other.
/// </summary>
[TestFixture]
public sealed class PostgreSqlSuppressionTests
{
    private static readonly SuppressionKey Key = new("c", "p", "f", 2, Given.Noon, Given.Noon.AddDays(-14));

    private InboxDatabase _database = null!;

    [SetUp]
    public async Task MakeDatabaseAsync() => _database = await InboxDatabase.CreateAsync();

    [Test]
    public async Task SaveSuppressedAsync_TurnIsHeldByAnother_SavesWhatBecomesOfItWithoutAndKeepsNobodyWaiting()
    {
        await using var open = await _database.OpenAsync();
        const int many = 40;
        for (var i = 0; i < many; i++)
        {
            await open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}") with { CustomerId = "c" }, default);
        }

        var claimed = await open.Inbox.ClaimAsync(many, default);
        await using (await _database.HoldAsync(Key))
        {
            var waiting = claimed.Select(claim => open.Inbox.SaveSuppressedAsync(
                claim.Lease, Key, history => claim.FollowUp with { Reason = history.IsUnknown ? "unknown" : "known" })).ToList();
            Assert.That(await open.Inbox.ReceiveAsync(Given.Interaction("other"), default), Is.EqualTo(ReceiveResult.Stored));
            Assert.That(waiting.Count(one => one.IsCompleted), Is.LessThan(many), "the webhook did not wait for them");
            Assert.That((await Task.WhenAll(waiting)).Select(taken => taken!.FollowUp.Reason), Is.All.EqualTo("unknown"));
        }

        var again = await open.Inbox.ClaimAsync(1, default);
        var taken = await open.Inbox.SaveSuppressedAsync(again[0].Lease, Key, history => again[0].FollowUp with { Reason = $"{history.IsUnknown}" });
        Assert.That(taken!.FollowUp.Reason, Is.EqualTo("False"));
    }

    [Test]
    public async Task SaveSuppressedAsync_LetThroughWithoutItsTurn_IsHeldAgainstLaterOnesAllTheSame()
    {
        await using var open = await _database.OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1") with { CustomerId = "c" }, default);
        await open.Inbox.ReceiveAsync(Given.Interaction("i-2") with { CustomerId = "c" }, default);
        var claimed = await open.Inbox.ClaimAsync(2, default);
        await using (await _database.HoldAsync(Key))
        {
            await open.Inbox.SaveSuppressedAsync(claimed[0].Lease, Key, _ => claimed[0].FollowUp with { State = FollowUpState.Creating });
        }

        CustomerHistory? known = null;
        await open.Inbox.SaveSuppressedAsync(claimed[1].Lease, Key, history =>
        {
            known = history;
            return claimed[1].FollowUp;
        });
        Assert.That(known!.Pending.Single().InteractionId, Is.EqualTo("i-1"));
    }

    // A frozen host looks like this to the server, which ends its session after five seconds.
    [Test]
    public async Task SaveSuppressedAsync_ServerEndsTheSessionMeanwhile_SavesNothingAndSetsTheTurnFree()
    {
        await using var open = await _database.OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default);
        var claimed = await open.ClaimOneAsync();
        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Inbox.SaveSuppressedAsync(claimed.Lease, Key, _ =>
        {
            _database.AskAsync("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and state = 'idle in transaction' and application_name = 'CxoneAssist'
                """).GetAwaiter().GetResult();
            return claimed.FollowUp with { State = FollowUpState.Creating };
        }));

        CustomerHistory? known = null;
        var taken = await open.Inbox.SaveSuppressedAsync(claimed.Lease, Key, history =>
        {
            known = history;
            return claimed.FollowUp with { State = FollowUpState.Creating };
        });
        Assert.That((known!.IsUnknown, known.Pending.Count, taken!.FollowUp.State), Is.EqualTo((false, 0, FollowUpState.Creating)));
    }
}
