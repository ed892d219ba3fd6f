using Microsoft.Extensions.Logging;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>
/// Whether this program is too old for what a newer one stored while both run: then it claims no work and takes no operator's
/// action, since it would lose what it does not know, and goes on receiving.
/// </summary>
internal sealed partial class Generation(ILogger logger)
{
    private bool _outdated;

    public static int Own => PostgreSqlMigrations.All.Count;

    public bool IsOutdated => Volatile.Read(ref _outdated);

    /// <summary>What a person has to know; <c>null</c> where this program may work.</summary>
    public string? Attention => IsOutdated
        ? "A newer version of this program works on the same database: this one stores webhooks and leaves the work to it. Update it."
        : null;

    public async Task CheckAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var read = connection.Command(PostgreSqlStatement.ReadMinimumReader);
        var minimum = (await read.RowsAsync(row => row.Long(0), cancellationToken)).FirstOrDefault();
        var outdated = minimum > Own;
        if (Interlocked.Exchange(ref _outdated, outdated) != outdated)
        {
            Log.Changed(logger, outdated ? LogLevel.Warning : LogLevel.Information, Own, minimum, outdated ? "claims no work: update it" : "works again");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Message = "This program's schema is {Own}, and the database asks for {Minimum}: it stores webhooks and {What}")]
        public static partial void Changed(ILogger logger, LogLevel level, int own, long minimum, string what);
    }
}
