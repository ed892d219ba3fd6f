using CxoneAssist.Infrastructure.Inbox.Rows;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Counts webhooks that came again, for people who ask. Their callers have their answers by then: a count that fails costs
/// nothing but itself.
/// </summary>
internal sealed partial class RepetitionCounts : IDisposable
{
    // New webhooks wait behind it.
    private const int Seconds = 1;

    private readonly TimeProvider _clock;
    private readonly PacedCount _lost;
    private volatile string _cause = "";

    public RepetitionCounts(TimeProvider clock, ILogger logger)
    {
        _clock = clock;
        _lost = new PacedCount(clock, count => Log.NotCounted(logger, count, _cause));
    }

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
                .With("now", UnixTime.From(_clock.GetUtcNow()));
            await count.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException error) when (connection.State == System.Data.ConnectionState.Open)
        {
            DatabaseFailures.ForgetStatements(connection);
            _cause = SqlStates.Explain(error);
            _lost.Add();
        }
    }

    public void Dispose() => _lost.Dispose();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Times} time(s) webhooks that came again were answered, but not counted: {Cause}")]
        public static partial void NotCounted(ILogger logger, long times, string cause);
    }
}
