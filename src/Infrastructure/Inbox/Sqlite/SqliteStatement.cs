using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>The statements in Sqlite/inbox.sql.</summary>
internal enum SqliteStatement
{
    Begin,
    BeginReading,
    Commit,
    RollBack,

    Receive,
    Reopen,
    SetOtherAgents,

    FindDue,
    Lease,
    Quarantine,
    GiveBack,
    Save,

    FindAdmitted,
    FindUndecided,
    Admit,

    Find,
    FindInterventions,
    ListAll,
    ListByState,
    ListUnconfirmed,
    ListShadowed,
    ListShadowDiffers,
    Amend,
    AddIntervention,

    CountStates,
    CountUnconfirmed,
    OldestDue,
    Probe,

    PurgeInterventions,
    PurgeAdmitted,
    Purge,
}

internal static class SqliteStatements
{
    private static readonly NamedStatements<SqliteStatement> Texts =
        NamedStatements<SqliteStatement>.Load("Inbox/Sqlite/inbox.sql", FollowUpColumns.Fragments("@", "@"));

    public static string Text(this SqliteStatement statement) => Texts[statement];
}
