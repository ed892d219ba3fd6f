using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Saves checkpoints in one statement that commits by itself. Its rows are leased to this process, so two of them are never about the same row,
/// unless one repeats another whose answer was lost.
/// </summary>
internal sealed class Settling(NpgsqlDataSource source, LeaseClock leases)
{
    public async Task WriteAsync(IReadOnlyList<Settle> group)
    {
        // Of two about one row the later one counts alone, as if it had come second.
        var last = group.GroupBy(settle => settle.Lease.Row).Select(same => same.MaxBy(settle => settle.Checkpoint)!).ToList();
        await using var connection = await source.OpenConnectionAsync();
        var (now, endsAt) = leases.Begin();
        var saved = await SaveAsync(connection, [.. last.OrderBy(settle => settle.Lease.Row)], now);
        var lost = last.Where(settle => !saved.Contains(settle.Checkpoint)).ToList();
        var done = lost.Count == 0 ? [] : await DoneBeforeAsync(connection, lost);
        foreach (var settle in last)
        {
            var holds = saved.Contains(settle.Checkpoint) || done.Contains(settle);
            settle.Complete(!holds ? null : settle.KeepLease ? settle.Lease with { EndsAt = endsAt } : settle.Lease);
        }

        foreach (var overtaken in group.Except(last))
        {
            overtaken.Complete(null);
        }
    }

    private async Task<HashSet<long>> SaveAsync(NpgsqlConnection connection, IReadOnlyList<Settle> settles, DateTimeOffset now)
    {
        await using var update = connection.Command(PostgreSqlStatement.Save).WithProgress([.. settles.Select(ProgressOf)], now, leases);
        return [.. await update.RowsAsync(row => row.Long(1))];
    }

    // The lease that a checkpoint gave up is gone when the same one is sent again because its answer was lost: the row then says just what it says.
    private static async Task<HashSet<Settle>> DoneBeforeAsync(NpgsqlConnection connection, List<Settle> lost)
    {
        await using var select = connection.Command(PostgreSqlStatement.FindById).WithEach("id", lost, settle => settle.Lease.Row);
        var rows = (await select.RowsAsync(row => FollowUpRow.Read(row))).ToDictionary(record => record.Row);
        return [.. lost.Where(settle => rows.TryGetValue(settle.Lease.Row, out var row) && IsDone(settle, row))];
    }

    private static bool IsDone(Settle settle, FollowUpRecord row) =>
        !settle.KeepLease && !row.Leased && row.Token == settle.Lease.Token
        && FollowUpColumns.StoresTheSame(row.FollowUp, settle.FollowUp);

    private static Progress ProgressOf(Settle settle) =>
        new(settle.Lease.Row, settle.Lease.Token, settle.FollowUp, settle.KeepLease, settle.Checkpoint);
}
