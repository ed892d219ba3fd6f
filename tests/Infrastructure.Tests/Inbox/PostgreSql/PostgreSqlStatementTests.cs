using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

/// <summary>
/// Statements are prepared at their second use on a connection, and used as prepared at the third. One that fails at any
/// of them works at the next.
/// </summary>
[TestFixture]
internal sealed class PostgreSqlStatementTests
{
    private const int Uses = 4;

    private static readonly SuppressionKey Key = new("c", "p", "f", 2, Given.Noon, Given.Noon.AddDays(-14));

    private InboxDatabase _database = null!;

    [SetUp]
    public async Task MakeDatabaseAsync() => _database = await InboxDatabase.CreateAsync();

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task SaveSuppressedAsync_IndexWasLocked_TakesItsTurnNextTime(int lockedAt)
    {
        await using var open = await _database.OpenAsync(other: _database.ConnectionString + ";Maximum Pool Size=1");
        for (var use = 1; use <= Uses; use++)
        {
            await open.Inbox.ReceiveAsync(Given.Interaction($"i-{use}") with { CustomerId = "c" }, default);
            var claimed = await open.ClaimOneAsync();
            await using var other = use == lockedAt ? await _database.HoldAsync("reindex index precedent_turn") : null;
            var saved = await open.Inbox.SaveSuppressedAsync(claimed.Lease, Key, history =>
            {
                other?.Dispose();
                return claimed.FollowUp with { State = FollowUpState.Creating, Reason = history.IsUnknown ? "unknown" : "known" };
            });
            Assert.That(saved!.FollowUp.Reason, Is.EqualTo(use == lockedAt ? "unknown" : "known"));
        }
    }
}
