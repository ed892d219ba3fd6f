using System.Data;
using CxoneAssist.Application.Ports;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>
/// What a failure of the database comes to: its callers are told that the inbox is unavailable,
/// even where it may have done the work (an answer that was cut off says nothing), and connections
/// that may be dead are not used again.
/// </summary>
internal sealed class DatabaseFailures(NpgsqlDataSource source)
{
    /// <summary>
    /// Whether the statement itself was at fault, and nothing was written: a value that the
    /// database rejects.
    /// </summary>
    public static bool IsOwnFault(Exception error) =>
        error is PostgresException { SqlState: ['2', '2' or '3', ..] or PostgresErrorCodes.ProgramLimitExceeded };

    /// <summary>Whether others would fail in the same way.</summary>
    public static bool IsOutage(Exception error) => error is not InboxUnavailableException && !IsOwnFault(error) && !IsConflict(error);

    /// <summary>Whether two transactions were in each other's way, and nothing was written.</summary>
    public static bool IsConflict(Exception error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>Does something, and does it once more at once where another transaction was in its way.</summary>
    public static async Task<T> RetryConflictAsync<T>(NpgsqlConnection connection, Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception error)
        {
            ForgetStatements(connection);
            if (!IsConflict(error))
            {
                throw;
            }
        }

        return await action();
    }

    /// <summary>
    /// To be called after an error, outside a transaction, where the connection goes on being used. A statement that was
    /// being prepared and failed before the client knew its columns (for a right, or the lock of an index) is not usable
    /// there: the client would misread the rows that it returns next.
    /// </summary>
    public static void ForgetStatements(NpgsqlConnection connection)
    {
        try
        {
            if (connection.State == ConnectionState.Open)
            {
                connection.UnprepareAll();
            }
        }
        catch (Exception error) when (error is NpgsqlException or IOException or InvalidOperationException)
        {
            // The connection is gone, or within a transaction whose owner does this when it is over.
        }
    }

    /// <summary>What a caller is to be told.</summary>
    public Exception Translate(Exception error)
    {
        if (!IsOutage(error))
        {
            return IsConflict(error) ? new InboxUnavailableException("Other transactions were in the way twice.", error) : error;
        }

        if (!SqlStates.LeavesConnectionUsable(error))
        {
            source.Clear();
        }

        var explanation = SqlStates.Explain(error);
        return new InboxUnavailableException($"The inbox's database cannot be used now: {explanation}.", error)
        {
            Attention = $"the inbox's database: {explanation}.",
        };
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
            return await RetryConflictAsync(connection, () => action(connection));
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException or IOException or ObjectDisposedException)
        {
            throw Translate(error);
        }
    }
}
