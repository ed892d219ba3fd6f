using CxoneAssist.Application.Ports;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>
/// What a failure of the database comes to: its callers are told that the inbox is unavailable,
/// even where it may have done the work (an answer that was cut off says nothing), and connections
/// that may be dead are not used again.
/// </summary>
internal sealed partial class DatabaseFailures(NpgsqlDataSource source, ILogger logger)
{
    private int _lasts;

    /// <summary>
    /// Whether the statement itself was at fault, and nothing was written: a value that the
    /// database rejects.
    /// </summary>
    public static bool IsOwnFault(Exception error) => error is PostgresException { SqlState: ['2', '2' or '3', ..] };

    /// <summary>What a caller is to be told.</summary>
    public Exception Translate(Exception error)
    {
        if (error is InboxUnavailableException || IsOwnFault(error))
        {
            return error;
        }

        source.Clear();
        if (Interlocked.Exchange(ref _lasts, 1) == 0)
        {
            Log.Failing(logger, error);
        }

        return new InboxUnavailableException("The inbox's database cannot be used now.", error);
    }

    /// <summary>Something was stored.</summary>
    public void MarkRecovered()
    {
        if (Volatile.Read(ref _lasts) == 1 && Interlocked.Exchange(ref _lasts, 0) == 1)
        {
            Log.Recovered(logger);
        }
    }

    /// <summary>Does something on a connection of its own.</summary>
    /// <exception cref="InboxUnavailableException">
    /// The database cannot be used now; whether it was done is not known.
    /// </exception>
    public async Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> action, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await action(connection);
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException or ObjectDisposedException)
        {
            throw Translate(error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The inbox's database cannot be used; webhooks are refused until it can again")]
        public static partial void Failing(ILogger logger, Exception error);

        [LoggerMessage(2, LogLevel.Information, "The inbox's database can be used again")]
        public static partial void Recovered(ILogger logger);
    }
}
