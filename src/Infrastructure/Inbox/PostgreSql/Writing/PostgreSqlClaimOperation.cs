using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Leases what is due. What cannot be read back is parked instead, so that one damaged row never
/// stops the others.
/// </summary>
internal sealed class PostgreSqlClaimOperation(int max)
{
    // Behind the columns of the row, whose own now says when the lease ends.
    private static readonly int DueAt = FollowUpColumns.Read.Count;

    public async Task<IReadOnlyList<ClaimedFollowUp>> WriteAsync(PostgreSqlSession session)
    {
        var (now, endsAt) = session.Leases.Begin();
        await using var claim = session.Connection.Command(PostgreSqlStatement.Claim)
            .With("max", (long)max)
            .With("now", UnixTime.From(now))
            .With("lease", session.Leases.Milliseconds)
            .With("owner", session.Leases.Owner);
        var rows = await claim.RowsAsync(row => (Record: FollowUpRow.Read(row, out var damage), Damage: damage, DueAt: row.Time(DueAt)));
        var damaged = rows.Where(row => row.Damage is not null).ToList();
        await QuarantineAsync(session.Connection, [.. damaged.Select(row => row.Record)], damaged.FirstOrDefault().Damage);
        return [.. rows.Where(row => row.Damage is null).Select(row => new ClaimedFollowUp(
            row.Record.FollowUp with { NextAttemptAt = row.DueAt }, new Lease(row.Record.Id, row.Record.Token, endsAt)))];
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
