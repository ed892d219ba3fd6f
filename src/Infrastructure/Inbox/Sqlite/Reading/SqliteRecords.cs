using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;
using CxoneAssist.Infrastructure.Inbox.Search;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Reading;

/// <summary>What operators and health checks read.</summary>
internal static class SqliteRecords
{
    public static FollowUpRecord? Find(PreparedStatements statements, string interactionId)
    {
        var found = statements[SqliteStatement.Find].Bind("@interaction_id", interactionId).Rows(FollowUpRow.Read);
        if (found.Count == 0)
        {
            return null;
        }

        var actions = statements[SqliteStatement.FindOperatorActions].Bind("@id", found[0].Id)
            .Rows(row => OperatorActionRow.Read(row));
        var repetitions = statements[SqliteStatement.FindRepetitions].Bind("@id", found[0].Id)
            .Rows(row => new WebhookRepetitions(row.Long(0), row.Time(1)));
        return found[0] with { OperatorActions = actions, Repetitions = repetitions.SingleOrDefault() };
    }

    public static FollowUpRows List(PreparedStatements statements, FollowUpFilter filter, PagePosition? after, int take)
    {
        // Nothing in it waits.
        return SearchRun.PageAsync(filter, after, take, SearchDialect.Sqlite, Run, Run).AsTask().GetAwaiter().GetResult();

        ValueTask<List<T>> Run<T>(string sql, IReadOnlyList<(string Name, object Value)> parameters, Func<IRow, T> read) =>
            ValueTask.FromResult(statements.RunOnce(sql, parameters, read));
    }

    public static InboxStatus Status(PreparedStatements statements, DateTimeOffset now)
    {
        var counts = statements[SqliteStatement.CountStates].Rows(row => (row.Long(0), row.Long(1)));
        var oldest = statements[SqliteStatement.OldestDue].Bind("@now", now).Number();
        return StateCounts.Status(
            counts, statements[SqliteStatement.CountUnconfirmed].Number() ?? 0, oldest is { } milliseconds ? UnixTime.To(milliseconds) : null);
    }
}
