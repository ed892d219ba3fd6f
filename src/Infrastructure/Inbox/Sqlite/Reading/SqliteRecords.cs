using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

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
            .Rows(row => new OperatorAction(row.Time(0), row.Text(1), row.Text(2)));
        return found[0] with { OperatorActions = actions };
    }

    public static IReadOnlyList<FollowUpRecord> List(PreparedStatements statements, FollowUpFilter filter, long after, int take)
    {
        if (FollowUpLists.Choose(
            filter,
            SqliteStatement.ListAll,
            SqliteStatement.ListByState,
            SqliteStatement.ListUnconfirmed,
            SqliteStatement.ListShadowed,
            SqliteStatement.ListShadowDiffers) is not { } statement)
        {
            return [];
        }

        var list = statements[statement].Bind("@after", after).Bind("@take", take);
        if (statement == SqliteStatement.ListByState)
        {
            list.Bind("@state", (long)filter.State!);
        }

        return list.Rows(FollowUpRow.Read);
    }

    public static InboxStatus Status(PreparedStatements statements, DateTimeOffset now)
    {
        var counts = statements[SqliteStatement.CountStates].Rows(row => (row.Long(0), row.Long(1)));
        var oldest = statements[SqliteStatement.OldestDue].Bind("@now", now).Number();
        return StateCounts.Status(
            counts, statements[SqliteStatement.CountUnconfirmed].Number() ?? 0, oldest is { } milliseconds ? UnixTime.To(milliseconds) : null);
    }
}
