using CxoneAssist.Infrastructure.Inbox.Rows;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Counts webhooks that came again, for people who ask. Their callers have their answers by then: a count that fails costs
/// nothing but itself.
/// </summary>
internal sealed partial class RepetitionCounts(TimeProvider clock, ILogger logger)
{
    // New webhooks wait behind it.
    private const int Seconds = 1;
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private long? _loggedAt;

    /// <param name="connection">A connection outside a transaction.</param>
    /// <param name="repeated">The follow-ups, each as often as its webhook came again.</param>
    public async Task AddAsync(NpgsqlConnection connection, IReadOnlyList<long> repeated)
    {
        if (repeated.Count == 0)
        {
            return;
        }

        var times = repeated.CountBy(id => id).ToList();
        try
        {
            await using var count = connection.Command(PostgreSqlStatement.CountRepetitions, Seconds)
                .With("id", times.Select(one => one.Key).ToArray())
                .With("times", times.Select(one => (long)one.Value).ToArray())
                .With("now", UnixTime.From(clock.GetUtcNow()));
            await count.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException error) when (connection.State == System.Data.ConnectionState.Open)
        {
            DatabaseFailures.ForgetStatements(connection);
            Report(error);
        }
    }

    private void Report(NpgsqlException error)
    {
        if (_loggedAt is not { } at || clock.GetElapsedTime(at) >= BetweenLines)
        {
            _loggedAt = clock.GetTimestamp();
            Log.NotCounted(logger, SqlStates.Explain(error));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Webhooks that came again were answered, but not counted: {Cause}")]
        public static partial void NotCounted(ILogger logger, string cause);
    }
}
