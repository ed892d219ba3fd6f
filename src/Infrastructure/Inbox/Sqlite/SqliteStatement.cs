using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>The statements in Sqlite/inbox.sql.</summary>
internal enum SqliteStatement
{
    Begin,
    BeginReading,
    Commit,
    RollBack,
    BeginRehearsal,
    TakeRehearsalBack,

    Receive,
    Reopen,
    CountRepetition,
    SetOtherAgents,

    FindDue,
    FindProbe,
    Lease,
    Quarantine,
    TakeOverAtStart,
    Save,

    FindAdmitted,
    FindUndecided,
    Admit,

    Find,
    FindRepetitions,
    FindOperatorActions,
    Amend,
    AddOperatorAction,

    CountStates,
    CountUnconfirmed,
    OldestDue,
    Probe,

    PurgeOperatorActions,
    PurgeAdmitted,
    Purge,
    ForgetOperatorActions,
    ForgetAdmitted,
    AddForgetting,
    Forget,
    FindLastSettled,
    FindOverlongWaits,
    EndOverlongWaits,
}

internal static class SqliteStatements
{
    private static readonly NamedStatements<SqliteStatement> Texts =
        NamedStatements<SqliteStatement>.Load("Inbox/Sqlite/inbox.sql", FollowUpColumns.Fragments("@", "@"));

    public static string Text(this SqliteStatement statement) => Texts[statement];
}
