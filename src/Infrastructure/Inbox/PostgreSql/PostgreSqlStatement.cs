using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>The statements in PostgreSql/inbox.sql.</summary>
internal enum PostgreSqlStatement
{
    ConfigureConnection,
    ReadDurability,
    ReadEncoding,
    ReadWhetherReadOnly,
    FindTableUsers,

    LimitLockWaits,
    Receive,
    FindMany,
    FindForUpdate,
    Reopen,
    CountRepetitions,
    SetOtherAgents,

    Claim,
    FindProbe,
    ReadMinimumReader,
    Quarantine,
    Save,
    FindById,

    LockSuppression,
    FindAdmitted,
    FindUndecided,
    Admit,

    Find,
    FindRepetitions,
    FindOperatorActions,
    Amend,

    Status,
    CompactStateCounts,
    Probe,

    Purge,
    Forget,
    FindLastSettled,
    EndOverlongWaits,
}

internal static class PostgreSqlStatements
{
    private static readonly NamedStatements<PostgreSqlStatement> Texts =
        NamedStatements<PostgreSqlStatement>.Load("Inbox/PostgreSql/inbox.sql", FollowUpColumns.Fragments("i.", "s."));

    public static string Text(this PostgreSqlStatement statement) => Texts[statement];
}
