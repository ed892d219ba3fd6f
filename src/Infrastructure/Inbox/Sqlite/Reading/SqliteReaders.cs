using System.Collections.Concurrent;
using CxoneAssist.Application.Ports;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Reading;

/// <summary>The connections that read. Under WAL they neither wait for the writer nor hold it up.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IAsyncDisposable
{
    private const int Connections = 4;

    private readonly SemaphoreSlim _turns = new(Connections);
    private readonly ConcurrentBag<ReadSession> _idle = [];

    /// <summary>Reads within one transaction, so that all of it is of one moment.</summary>
    /// <exception cref="InboxUnavailableException">The database cannot be read now.</exception>
    public async Task<T> ReadAsync<T>(Func<ReadSession, T> read, CancellationToken cancellationToken)
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

        foreach (var session in _idle)
        {
            session.Dispose();
        }
    }

    private T Read<T>(Func<ReadSession, T> read)
    {
        var session = _idle.TryTake(out var idle) ? idle : new ReadSession(file.OpenForReading());
        try
        {
            session.Begin.Run();
            var result = read(session);
            session.Commit.Run();
            _idle.Add(session);
            return result;
        }
        catch
        {
            // Its transaction goes with it.
            session.Dispose();
            throw;
        }
    }
}
