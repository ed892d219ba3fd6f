using CxoneAssist.Infrastructure.Inbox.Sqlite.Files;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// Commits many operations in one transaction, so that they share one sync of the disk. One that
/// fails by itself, or a probe, is taken out and the rest done again, and so are all of a kind that
/// the database fails at; a failure of the whole transaction fails them all. An answer is given only after the
/// commit returned, and the files are still in place.
/// </summary>
internal sealed partial class GroupCommit(
    SqliteConnection connection, FilesInPlace files, WriteSession session, WriteFailures failures, ILogger logger)
{
    private bool _savedJournal;

    public void Run(List<IWriteOperation> operations)
    {
        while (operations.Count > 0)
        {
            Try(operations);
        }
    }

    // Leaves the operations that are still to be done.
    private void Try(List<IWriteOperation> operations)
    {
        IWriteOperation? current = null;
        try
        {
            files.Insist();
            session.Begin(operations.Count(operation => operation.MayPrefetch));
            session.Statements[SqliteStatement.Begin].Run();
            foreach (var operation in operations)
            {
                current = operation;
                operation.Execute(session);
            }

            current = null;
            session.Statements[SqliteStatement.Commit].Run();
            files.Insist();
        }
#pragma warning disable CA1031 // Whatever it was, its callers are told and the writer lives on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            RollBack();
            SaveJournal();
            Fail(operations, current, error);
            return;
        }

        session.Committed();
        failures.Succeeded(operations);
        operations.ForEach(operation => operation.Complete());
        operations.Clear();
    }

    private void Fail(List<IWriteOperation> operations, IWriteOperation? culprit, Exception error)
    {
        if (culprit is not null && WriteFailures.IsOwn(culprit, error))
        {
            culprit.Fail(error);
            operations.Remove(culprit);
            return;
        }

        var failed = culprit is null ? [.. operations]
            : culprit is SqliteProbeOperation || WriteFailures.IsRejection(error) ? [culprit]
            : operations.Where(operation => operation == culprit || operation.Kind == culprit.Kind).ToList();
        failures.Fail(failed, culprit, error);
        operations.RemoveAll(failed.Contains);
    }

    // SQLite has rolled back by itself after some errors, and not after others.
    private void RollBack()
    {
        session.RolledBack();
        try
        {
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                session.Statements[SqliteStatement.RollBack].Run();
            }
        }
        catch (SqliteException error)
        {
            Log.RollBackFailed(logger, error);
        }
    }

    // A database without its journal lacks what was acknowledged last, and may be halfway through a checkpoint. The
    // connection still has the journal open, so the checkpoint can be completed: once, since nothing is added any more.
    private void SaveJournal()
    {
        if (!_savedJournal && files.OnlyJournalIsMissing())
        {
            var code = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var length, out var moved);
            _savedJournal = code == raw.SQLITE_OK && length == moved;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3, LogLevel.Warning, "The inbox could not roll back a failed transaction")]
        public static partial void RollBackFailed(ILogger logger, Exception error);
    }
}
