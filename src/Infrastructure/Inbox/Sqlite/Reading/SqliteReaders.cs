using System.Collections.Concurrent;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Sqlite.Files;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Reading;

/// <summary>The connections that read. Under WAL they neither wait for the writer nor hold it up.</summary>
internal sealed class SqliteReaders(SqliteFile file, FilesInPlace? files = null) : IAsyncDisposable
{
    private const int Connections = 4;

    private readonly SemaphoreSlim _turns = new(Connections);
    private readonly ConcurrentBag<(SqliteConnection Connection, PreparedStatements Statements)> _idle = [];

    /// <summary>Reads within one transaction, so that all of it is of one moment.</summary>
    /// <exception cref="InboxUnavailableException">The database cannot be read now.</exception>
    public async Task<T> ReadAsync<T>(Func<PreparedStatements, T> read, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return Read(read);
        }
        catch (SqliteException error)
        {
            throw new InboxUnavailableException("The inbox cannot be read now.", error);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Waits for those who are reading, then closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < Connections; i++)
        {
            await _turns.WaitAsync();
        }

        foreach (var (connection, statements) in _idle)
        {
            statements.Dispose();
            connection.Dispose();
        }
    }

    private T Read<T>(Func<PreparedStatements, T> read)
    {
        var idle = _idle.TryTake(out var taken) ? taken : Open();
        try
        {
            idle.Statements[SqliteStatement.BeginReading].Run();
            var result = read(idle.Statements);
            idle.Statements[SqliteStatement.Commit].Run();
            _idle.Add(idle);
            return result;
        }
        catch
        {
            // Its transaction goes with it.
            idle.Statements.Dispose();
            idle.Connection.Dispose();
            throw;
        }
    }

    private (SqliteConnection Connection, PreparedStatements Statements) Open()
    {
        // Those that are open go on reading what they opened; a new one would read another file.
        files?.Insist();
        var connection = file.OpenForReading();
        return (connection, new PreparedStatements(connection));
    }
}
