using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Reading;

/// <summary>What operators and health checks read.</summary>
internal static class Records
{
    public static FollowUpRecord? Find(ReadSession session, string interactionId)
    {
        var found = session.Find.Bind("@interaction_id", interactionId).Rows(FollowUpRow.Read);
        if (found.Count == 0)
        {
            return null;
        }

        var interventions = session.Interventions.Bind("@id", found[0].Row)
            .Rows(row => new Intervention(row.Time(0), row.Text(1), row.Text(2)));
        return found[0] with { Interventions = interventions };
    }

    public static IReadOnlyList<FollowUpRecord> List(ReadSession session, FollowUpFilter filter, long after, int take)
    {
        var statement = filter switch
        {
            { Differing: true, Shadowed: false, Unconfirmed: false, State: null } => session.ListShadowDiffers,
            { Differing: true } => null,
            { Shadowed: true, Unconfirmed: false, State: null or FollowUpState.Done } => session.ListShadowed,
            { Shadowed: true } => null,
            { Unconfirmed: true, State: null or FollowUpState.Creating } => session.ListUnconfirmed,
            { Unconfirmed: true } => null,
            { State: { } state } => session.ListByState.Bind("@state", (long)state),
            _ => session.ListAll,
        };
        return statement?.Bind("@after", after).Bind("@take", take).Rows(FollowUpRow.Read) ?? [];
    }

    public static InboxStatus Status(ReadSession session, DateTimeOffset now)
    {
        var counts = session.CountStates.Rows(row => (row.Long(0), row.Long(1)));
        var oldest = session.OldestDue.Bind("@now", now).Number();
        return StateCounts.Status(
            counts, session.CountUnconfirmed.Number() ?? 0, oldest is { } milliseconds ? UnixTime.To(milliseconds) : null);
    }
}
