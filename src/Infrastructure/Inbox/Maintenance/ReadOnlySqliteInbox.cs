using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Sqlite;
using CxoneAssist.Infrastructure.Inbox.Sqlite.Reading;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.Infrastructure.Inbox.Maintenance;

/// <summary>
/// The records in a SQLite file that a host may be writing to. Under WAL neither is in the other's
/// way.
/// </summary>
internal sealed class ReadOnlySqliteInbox(SqliteFile file, TimeProvider clock) : IFollowUpRecords, IAsyncDisposable
{
    private readonly SqliteReaders _readers = new(file);

    /// <summary>The file, which is there and of this program's version.</summary>
    /// <exception cref="InboxStartException">It is not.</exception>
    public static SqliteFile Existing(string connectionString)
    {
        var file = SqliteFile.Parse(connectionString);
        if (!File.Exists(file.Path))
        {
            throw file.Refuse("does not exist: name the one that the host uses (--inbox FILE, or --host URL of a running host)");
        }

        try
        {
            using var connection = file.OpenExisting();
            return file;
        }
        catch (SqliteException error)
        {
            throw SqliteDatabase.Refusal(file, error);
        }
    }

    /// <summary>Whether a process holds the file.</summary>
    public static bool IsHeld(SqliteFile file)
    {
        try
        {
            using var held = SqliteLock.Acquire(file);
            return false;
        }
        catch (InboxStartException error)
        {
            return error.InnerException?.GetType() == typeof(IOException);
        }
    }

    public Task<FollowUpRecord?> FindAsync(string interactionId, CancellationToken cancellationToken) =>
        _readers.ReadAsync(statements => SqliteRecords.Find(statements, interactionId), cancellationToken);

    public Task<FollowUpRows> ListAsync(FollowUpFilter filter, PagePosition? after, int take, CancellationToken cancellationToken) =>
        _readers.ReadAsync(statements => SqliteRecords.List(statements, filter, after, take), cancellationToken);

    public Task<InboxStatus> StatusAsync(CancellationToken cancellationToken) =>
        _readers.ReadAsync(statements => SqliteRecords.Status(statements, clock.GetUtcNow()), cancellationToken);

    public Task<bool> AmendAsync(FollowUpRecord current, FollowUp next, OperatorAction action, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Opened to be read.");

    public Task<int> ForgetAsync(string customer, OperatorAction action, int max, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Opened to be read.");

    public Task ProbeAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("Opened to be read.");

    public ValueTask DisposeAsync() => _readers.DisposeAsync();
}
