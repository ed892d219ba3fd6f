using System.Data;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>Stores an interaction once, leased at once where a worker has room for it.</summary>
internal sealed class PostgreSqlReceiveOperation(CompletedInteraction interaction) : PendingOperation<ReceiveResult>
{
    private const int Seconds = 2;

    // As it will be read back: a follow-up handed over in memory is to equal the one claimed from the database.
    public CompletedInteraction Interaction { get; } =
        interaction.CompletedAt is { } at ? interaction with { CompletedAt = UnixTime.Stored(at) } : interaction;

    public string Key => Interaction.InteractionId;

    /// <summary>Stores a group in one statement that commits by itself.</summary>
    public static async Task WriteAsync(PostgreSqlSession session, IReadOnlyList<PostgreSqlReceiveOperation> group)
    {
        // In one order everywhere: two hosts that store the same interactions crosswise would wait for each other.
        var fresh = group.DistinctBy(receive => receive.Key).OrderBy(receive => receive.Key, StringComparer.Ordinal).ToList();
        var stored = await StoreAsync(session, fresh);
        await new DuplicateReceiver(session).WriteAsync([.. group.Where(receive => !stored.Contains(receive))]);
    }

    /// <summary>Stores interactions without an answer to their callers, and takes it back. Without any, it shows that the rights are there.</summary>
    public static async Task<bool> RehearseAsync(PostgreSqlSession session, IReadOnlyList<CompletedInteraction> interactions)
    {
        await using var transaction = await session.Connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await using var limit = session.Connection.Command(PostgreSqlStatement.LimitLockWaits);
        await limit.ExecuteNonQueryAsync();
        // Every row stays locked until the end: two hosts that rehearse the same ones take them in one order.
        var ordered = interactions.OrderBy(interaction => interaction.InteractionId, StringComparer.Ordinal);
        await WriteAsync(
            session with { Prefetched = new PrefetchBuffer(0), Receiving = null },
            [.. ordered.Select(interaction => new PostgreSqlReceiveOperation(interaction))]);
        await transaction.RollbackAsync();
        return true;
    }

    private static async Task<HashSet<PostgreSqlReceiveOperation>> StoreAsync(
        PostgreSqlSession session, List<PostgreSqlReceiveOperation> fresh)
    {
        var slots = session.ReserveSlots(fresh.Count);
        var used = 0;
        try
        {
            var (now, endsAt) = session.Leases.Begin();
            var rows = await InsertAsync(session, fresh, slots, now);
            HashSet<PostgreSqlReceiveOperation> stored = [];
            foreach (var receive in fresh)
            {
                if (!rows.TryGetValue(receive.Key, out var row))
                {
                    continue;
                }

                if (row.Leased)
                {
                    session.Prefetched.Put(new(new FollowUp(receive.Interaction, now), new Lease(row.Id, 1, endsAt)));
                    used++;
                }

                receive.Complete(ReceiveResult.Stored);
                stored.Add(receive);
            }

            if (used < stored.Count)
            {
                session.Prefetched.StoredWithoutSlot();
            }

            return stored;
        }
        finally
        {
            session.Prefetched.Cancel(slots - used);
        }
    }

    private static async Task<Dictionary<string, (long Id, bool Leased)>> InsertAsync(
        PostgreSqlSession session, List<PostgreSqlReceiveOperation> fresh, int leased, DateTimeOffset now)
    {
        await using var insert = session.Connection.Command(PostgreSqlStatement.Receive, Seconds)
            .WithInteractions([.. fresh.Select(receive => receive.Interaction)], CustomerKeys.AreKept(session.Policies))
            .With("leased", Enumerable.Range(0, fresh.Count).Select(i => i < leased).ToArray())
            .With("now", UnixTime.From(now))
            .With("lease", session.Leases.Milliseconds)
            .With("generation", Generation.Own)
            .With("owner", session.Leases.Owner);
        var rows = await insert.RowsAsync(row => (Key: row.Text(1), Id: row.Long(0), Leased: row.Bool(2)));
        return rows.ToDictionary(row => row.Key, row => (row.Id, row.Leased), StringComparer.Ordinal);
    }
}
