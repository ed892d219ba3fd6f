using CxoneAssist.Application;
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

        var interventions = statements[SqliteStatement.FindInterventions].Bind("@id", found[0].Row)
            .Rows(row => new Intervention(row.Time(0), row.Text(1), row.Text(2)));
        return found[0] with { Interventions = interventions };
    }

    public static IReadOnlyList<FollowUpRecord> List(PreparedStatements statements, FollowUpFilter filter, long after, int take)
    {
        var statement = filter switch
        {
            { Differing: true, Shadowed: false, Unconfirmed: false, State: null } => statements[SqliteStatement.ListShadowDiffers],
            { Differing: true } => null,
            { Shadowed: true, Unconfirmed: false, State: null or FollowUpState.Done } => statements[SqliteStatement.ListShadowed],
            { Shadowed: true } => null,
            { Unconfirmed: true, State: null or FollowUpState.Creating } => statements[SqliteStatement.ListUnconfirmed],
            { Unconfirmed: true } => null,
            { State: { } state } => statements[SqliteStatement.ListByState].Bind("@state", (long)state),
            _ => statements[SqliteStatement.ListAll],
        };
        return statement?.Bind("@after", after).Bind("@take", take).Rows(FollowUpRow.Read) ?? [];
    }

    public static InboxStatus Status(PreparedStatements statements, DateTimeOffset now)
    {
        var counts = statements[SqliteStatement.CountStates].Rows(row => (row.Long(0), row.Long(1)));
        var oldest = statements[SqliteStatement.OldestDue].Bind("@now", now).Number();
        return StateCounts.Status(
            counts, statements[SqliteStatement.CountUnconfirmed].Number() ?? 0, oldest is { } milliseconds ? UnixTime.To(milliseconds) : null);
    }
}
