namespace CxoneAssist.Compare.Inboxes;

/// <summary>A kind of database that the host keeps its inbox in.</summary>
internal abstract class InboxStore : IAsyncDisposable
{
    public const string Sqlite = "sqlite";

    public const string PostgreSql = "postgres";

    public const string Both = "both";

    /// <summary>What it is called in the report.</summary>
    public abstract string Name { get; }

    /// <summary>Starts what is needed for it.</summary>
    public static async Task<InboxStore> OpenAsync(string name) => name == Sqlite ? new SqliteStore() : await PostgreSqlStore.StartAsync();

    /// <summary>A database that nothing was in yet.</summary>
    /// <returns>How the host connects to it.</returns>
    public abstract Task<string> CreateAsync(string folder);

    /// <summary>Fills a database that a host has set up with follow-ups that have been due for long.</summary>
    public abstract Task FillAsync(string connectionString, int rows, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    // An hour is longer than a million milliseconds: each row is due at a time of its own, and all of them are.
    protected static long FirstDue() => (TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1)).ToUnixTimeMilliseconds();
}
