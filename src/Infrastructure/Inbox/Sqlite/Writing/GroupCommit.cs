using CxoneAssist.Application.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// Commits many operations in one transaction, so that they share one sync of the disk. One that
/// fails by itself is taken out and the rest done again; a failure of the database fails them all.
/// An answer is given only after the commit returned.
/// </summary>
internal sealed partial class GroupCommit(SqliteConnection connection, WriteSession session, ILogger logger)
{
    private bool _failing;

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
        session.Begin(operations.Count(operation => operation.MayPrefetch));
        try
        {
            session.Statements[SqliteStatement.Begin].Run();
            foreach (var operation in operations)
            {
                current = operation;
                operation.Execute(session);
            }

            current = null;
            session.Statements[SqliteStatement.Commit].Run();
        }
#pragma warning disable CA1031 // Whatever it was, its callers are told and the writer lives on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            RollBack();
            Fail(operations, current is not null && IsItsOwnFault(error) ? current : null, error);
            return;
        }

        session.Committed();
        operations.ForEach(operation => operation.Complete());
        operations.Clear();
        Recovered();
    }

    private void Fail(List<IWriteOperation> operations, IWriteOperation? culprit, Exception error)
    {
        if (culprit is not null)
        {
            culprit.Fail(error);
            operations.Remove(culprit);
            return;
        }

        if (!_failing)
        {
            _failing = true;
            Log.Failing(logger, error);
        }

        var unavailable = new InboxUnavailableException("The inbox cannot store now.", error);
        operations.ForEach(operation => operation.Fail(unavailable));
        operations.Clear();
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

    private void Recovered()
    {
        if (_failing)
        {
            _failing = false;
            Log.Recovered(logger);
        }
    }

    private static bool IsItsOwnFault(Exception error) =>
        error is not SqliteException sqlite || sqlite.SqliteErrorCode is raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The inbox cannot store; webhooks are refused until it can again")]
        public static partial void Failing(ILogger logger, Exception error);

        [LoggerMessage(2, LogLevel.Information, "The inbox can store again")]
        public static partial void Recovered(ILogger logger);

        [LoggerMessage(3, LogLevel.Warning, "The inbox could not roll back a failed transaction")]
        public static partial void RollBackFailed(ILogger logger, Exception error);
    }
}
