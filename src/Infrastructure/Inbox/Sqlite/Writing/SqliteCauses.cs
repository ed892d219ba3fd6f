using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>What errors of SQLite mean, and what to do about them.</summary>
internal static class SqliteCauses
{
    /// <summary>
    /// Says what is wrong, and the remedy where there is one. SQLite's own text is left out: a trigger of another program may
    /// quote what customers wrote.
    /// </summary>
    public static string Explain(Exception error) => error is SqliteException sqlite
        ? $"{Remedy(sqlite.SqliteErrorCode)} (SQLite error {sqlite.SqliteExtendedErrorCode})."
        : $"the inbox's file cannot be written ({error.GetType().Name}), see the log.";

    private static string Remedy(int code) => code switch
    {
        raw.SQLITE_FULL => "the disk of the inbox is full: make room",
        raw.SQLITE_IOERR => "the disk of the inbox fails, or is full: look at it",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN => "the inbox's file or its folder is not writable: give the host's user its rights back",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds the inbox's file: end it, or its transaction",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "the inbox's file is damaged: restore a backup, or repair it",
        _ => "the inbox's database refuses to store, see the log",
    };
}
