using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>Stores interactions in one statement that commits by itself, leased at once where a worker has room for them.</summary>
internal sealed class Receiving(NpgsqlDataSource source, LeaseClock leases, PrefetchBuffer prefetched, DatabaseFailures failures, IFollowUpPolicies? policies)
{
    private const int Seconds = 2;

    private readonly DuplicateReceiver _again = new(leases, prefetched, failures, policies);

    public async Task WriteAsync(IReadOnlyList<Receive> group)
    {
        await using var connection = await source.OpenConnectionAsync();
        // In one order everywhere: two hosts that store the same interactions crosswise would wait for each other.
        var fresh = group.DistinctBy(receive => receive.Key).OrderBy(receive => receive.Key, StringComparer.Ordinal).ToList();
        var stored = await StoreAsync(connection, fresh);
        await _again.WriteAsync(connection, [.. group.Where(receive => !stored.Contains(receive))]);
    }

    private async Task<HashSet<Receive>> StoreAsync(NpgsqlConnection connection, List<Receive> fresh)
    {
        var slots = prefetched.Reserve(fresh.Count);
        var used = 0;
        try
        {
            var (now, endsAt) = leases.Begin();
            var rows = await InsertAsync(connection, fresh, slots, now);
            HashSet<Receive> stored = [];
            foreach (var receive in fresh)
            {
                if (!rows.TryGetValue(receive.Key, out var row))
                {
                    continue;
                }

                if (row.Leased)
                {
                    prefetched.Put(new(new FollowUp(receive.Interaction, now), new Lease(row.Id, 1, endsAt)));
                    used++;
                }

                receive.Complete(Receipt.Stored);
                stored.Add(receive);
            }

            if (used < stored.Count)
            {
                prefetched.StoredWithoutSlot();
            }

            return stored;
        }
        finally
        {
            prefetched.Cancel(slots - used);
        }
    }

    private async Task<Dictionary<string, (long Id, bool Leased)>> InsertAsync(
        NpgsqlConnection connection, List<Receive> fresh, int leased, DateTimeOffset now)
    {
        await using var insert = connection.Command(PostgreSqlStatement.Receive, Seconds)
            .WithInteractions([.. fresh.Select(receive => receive.Interaction)], policies.Suppress())
            .With("leased", Enumerable.Range(0, fresh.Count).Select(i => i < leased).ToArray())
            .With("now", UnixTime.From(now))
            .With("lease", leases.Milliseconds)
            .With("owner", leases.Owner);
        var rows = await insert.RowsAsync(row => (Key: row.Text(1), Id: row.Long(0), Leased: row.Bool(2)));
        return rows.ToDictionary(row => row.Key, row => (row.Id, row.Leased), StringComparer.Ordinal);
    }
}
