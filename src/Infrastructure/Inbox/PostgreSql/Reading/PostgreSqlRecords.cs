using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Reading;

/// <summary>What operators and health checks read.</summary>
internal static class PostgreSqlRecords
{
    private const long Count = 0;
    private const long Unconfirmed = 1;

    public static async Task<FollowUpRecord?> FindAsync(NpgsqlConnection connection, string interactionId, CancellationToken cancellationToken)
    {
        await using var find = connection.Command(PostgreSqlStatement.Find).WithText("interaction_id", interactionId);
        var found = await find.RowsAsync(row => FollowUpRow.Read(row), cancellationToken);
        if (found.Count == 0)
        {
            return null;
        }

        await using var interventions = connection.Command(PostgreSqlStatement.FindInterventions).With("id", found[0].Row);
        return found[0] with
        {
            Interventions = await interventions.RowsAsync(row => new Intervention(row.Time(0), row.Text(1), row.Text(2)), cancellationToken),
        };
    }

    public static async Task<IReadOnlyList<FollowUpRecord>> ListAsync(
        NpgsqlConnection connection, FollowUpFilter filter, long after, int take, CancellationToken cancellationToken)
    {
        var command = filter switch
        {
            { Differing: true, Shadowed: false, Unconfirmed: false, State: null } => connection.Command(PostgreSqlStatement.ListShadowDiffers),
            { Differing: true } => null,
            { Shadowed: true, Unconfirmed: false, State: null or FollowUpState.Done } => connection.Command(PostgreSqlStatement.ListShadowed),
            { Shadowed: true } => null,
            { Unconfirmed: true, State: null or FollowUpState.Creating } => connection.Command(PostgreSqlStatement.ListUnconfirmed),
            { Unconfirmed: true } => null,
            { State: { } state } => connection.Command(PostgreSqlStatement.ListByState).With("state", (long)state),
            _ => connection.Command(PostgreSqlStatement.ListAll),
        };
        await using var _ = command;
        return command is null
            ? []
            : await command.With("after", after).With("take", (long)take).RowsAsync(row => FollowUpRow.Read(row), cancellationToken);
    }

    public static async Task<InboxStatus> StatusAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var status = connection.Command(PostgreSqlStatement.Status);
        var rows = await status.RowsAsync(row => (Kind: row.Long(0), State: row.Long(1), Number: row.Long(2)), cancellationToken);
        var oldest = rows.Where(row => row.Kind > Unconfirmed).Select(row => (DateTimeOffset?)UnixTime.To(row.Number)).SingleOrDefault();
        return StateCounts.Status(
            rows.Where(row => row.Kind == Count).Select(row => (row.State, row.Number)),
            rows.Single(row => row.Kind == Unconfirmed).Number,
            oldest);
    }
}
