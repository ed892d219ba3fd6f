using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Leases what is due, or where no number is given, one as a probe. What cannot be read back is parked instead, so that one damaged row never
/// stops the others.
/// </summary>
internal sealed class PostgreSqlClaimOperation(int? max = null)
{
    // Behind the columns of the row, whose own now says when the lease ends.
    private static readonly int DueAt = FollowUpColumns.Read.Count;

    public async Task<IReadOnlyList<ClaimedFollowUp>> WriteAsync(PostgreSqlSession session)
    {
        var inHand = session.Prefetched.InHand.Ids();
        var (least, most, earliest) = max is null ? await FindProbeAsync(session.Connection, inHand) : (0, long.MaxValue, long.MinValue);
        var (now, endsAt) = session.Leases.Begin();
        await using var claim = session.Connection.Command(PostgreSqlStatement.Claim)
            .With("max", (long)(max ?? 1))
            .With("least", least)
            .With("most", most)
            .With("earliest", earliest)
            .With("generation", Generation.Own)
            .With("now", UnixTime.From(now))
            .With("in_hand", inHand)
            .With("lease", session.Leases.Milliseconds)
            .With("owner", session.Leases.Owner);
        var rows = await claim.RowsAsync(row => (Record: FollowUpRow.Read(row, out var damage), Damage: damage, DueAt: row.Time(DueAt)));
        if (rows.Count == 0)
        {
            await session.Generation.CheckAsync(session.Connection, CancellationToken.None);
        }

        var damaged = rows.Where(row => row.Damage is not null).ToList();
        await QuarantineAsync(session.Connection, [.. damaged.Select(row => row.Record)], damaged.FirstOrDefault().Damage);
        return [.. rows.Where(row => row.Damage is null).Select(row => new ClaimedFollowUp(
            row.Record.FollowUp with { NextAttemptAt = row.DueAt }, new Lease(row.Record.Id, row.Record.Token, endsAt)))];
    }

    // Where it is due too, so that the claim need not pass over all that are due before it.
    private static async Task<(long Least, long Most, long Earliest)> FindProbeAsync(NpgsqlConnection connection, long[] inHand)
    {
        await using var find = connection.Command(PostgreSqlStatement.FindProbe).With("in_hand", inHand);
        return await find.RowsAsync(row => (Id: row.Long(0), DueAt: row.Long(1))) is [var probe]
            ? (probe.Id, probe.Id, probe.DueAt)
            : (0, 0, 0);
    }

    private static async Task QuarantineAsync(NpgsqlConnection connection, IReadOnlyList<FollowUpRecord> damaged, string? reason)
    {
        if (damaged.Count == 0)
        {
            return;
        }

        await using var quarantine = connection.Command(PostgreSqlStatement.Quarantine)
            .WithEach("id", damaged, record => record.Id)
            .WithEach("token", damaged, record => record.Token)
            .WithText("reason", reason!);
        await quarantine.ExecuteNonQueryAsync();
    }
}
