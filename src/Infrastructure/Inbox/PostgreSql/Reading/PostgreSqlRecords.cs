using System.Data;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;
using CxoneAssist.Infrastructure.Inbox.Search;
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

        await using var actions = connection.Command(PostgreSqlStatement.FindOperatorActions).With("id", found[0].Id);
        await using var repetitions = connection.Command(PostgreSqlStatement.FindRepetitions).With("id", found[0].Id);
        return found[0] with
        {
            OperatorActions = await actions.RowsAsync(row => OperatorActionRow.Read(row), cancellationToken),
            Repetitions = (await repetitions.RowsAsync(row => new WebhookRepetitions(row.Long(0), row.Time(1)), cancellationToken))
                .SingleOrDefault(),
        };
    }

    public static async Task<FollowUpRows> ListAsync(
        NpgsqlConnection connection, FollowUpFilter filter, PagePosition? after, int take, CancellationToken cancellationToken)
    {
        // What a page has looked at, and where that ends, are of one moment.
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return await SearchRun.PageAsync(filter, after, take, SearchDialect.PostgreSql, RunAsync, RunAsync);

        async ValueTask<List<T>> RunAsync<T>(string sql, IReadOnlyList<(string Name, object Value)> parameters, Func<IRow, T> read)
        {
            await using var search = connection.Command(sql).With(parameters);
            return await search.RowsAsync(read, cancellationToken);
        }
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
