using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>Saves how far the work got, if the lease still holds.</summary>
internal sealed class PostgreSqlSaveOperation(Lease lease, FollowUp followUp, LeaseAfter leaseAfter, long checkpoint)
    : PendingOperation<Lease?>
{
    private readonly Lease _lease = lease;
    private readonly long _checkpoint = checkpoint;

    protected override bool MustKnow => true;

    private bool IsRenewed => leaseAfter == LeaseAfter.Renew;

    private RowProgress Progress => new(_lease.Id, _lease.Token, followUp, IsRenewed, _checkpoint);

    /// <summary>
    /// Saves a group in one statement that commits by itself. Its rows are leased to this process,
    /// so two of them are never about the same row, unless one repeats another whose answer was
    /// lost.
    /// </summary>
    public static async Task WriteAsync(PostgreSqlSession session, IReadOnlyList<PostgreSqlSaveOperation> group)
    {
        // Of two about one row the later one counts alone, as if it had come second.
        var last = group.GroupBy(save => save._lease.Id).Select(same => same.MaxBy(save => save._checkpoint)!).ToList();
        var (now, endsAt) = session.Leases.Begin();
        var saved = await SaveAsync(session, [.. last.OrderBy(save => save._lease.Id)], now);
        var lost = last.Where(save => !saved.Contains(save._checkpoint)).ToList();
        var done = lost.Count == 0 ? [] : await DoneBeforeAsync(session, lost);
        foreach (var save in last)
        {
            save.Complete(saved.Contains(save._checkpoint) || done.Contains(save) ? save.HeldUntil(endsAt) : null);
        }

        foreach (var overtaken in group.Except(last))
        {
            overtaken.Complete(null);
        }
    }

    private static async Task<HashSet<long>> SaveAsync(
        PostgreSqlSession session, IReadOnlyList<PostgreSqlSaveOperation> saves, DateTimeOffset now)
    {
        await using var update = session.Connection.Command(PostgreSqlStatement.Save)
            .WithProgress([.. saves.Select(save => save.Progress)], now, session.Leases);
        return [.. await update.RowsAsync(row => row.Long(1))];
    }

    // The lease that a save gave up is gone when the same one is sent again because its answer was
    // lost: the row then says just what it says.
    private static async Task<HashSet<PostgreSqlSaveOperation>> DoneBeforeAsync(
        PostgreSqlSession session, List<PostgreSqlSaveOperation> lost)
    {
        await using var select = session.Connection.Command(PostgreSqlStatement.FindById).WithEach("id", lost, save => save._lease.Id);
        var rows = (await select.RowsAsync(row => FollowUpRow.Read(row))).ToDictionary(record => record.Id);
        return [.. lost.Where(save => rows.TryGetValue(save._lease.Id, out var row) && save.IsDone(row))];
    }

    private bool IsDone(FollowUpRecord row) => !IsRenewed && !row.Leased && row.Token == _lease.Token
        && FollowUpColumns.StoresTheSame(row.FollowUp, followUp);

    private Lease HeldUntil(DateTimeOffset endsAt) => IsRenewed ? _lease with { EndsAt = endsAt } : _lease;
}
