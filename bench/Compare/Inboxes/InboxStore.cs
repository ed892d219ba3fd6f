namespace CxoneAssist.Compare.Inboxes;

/// <summary>A kind of database that the host keeps its inbox in.</summary>
internal abstract class InboxStore : IAsyncDisposable
{
    // Not leased: false has another name in each database.
    private const string Due = """
        with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < @rows)
        insert into follow_up (interaction_id, agent_id, received_at, state, outcome, next_at, leased, lease_token)
        select 'backlog-' || n, 'agent-' || (n % 500), @due + n % 1000000, 0, 0, @due + n % 1000000, 1 = 0, 0 from numbers
        """;

    private const string Ended = """
        with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < @rows)
        insert into follow_up (
            interaction_id, agent_id, customer_id, received_at, state, outcome, next_at, leased, lease_token, settled_at, task_id, priority, due_at)
        select
            'ended-' || n, 'agent-' || (n % 500), 'customer-' || (n % 50000), @due + n,
            case when n % 1000 = 0 then 4 else 3 end, case when n % 1000 = 0 then 0 when n % 7 = 0 then 1 else 2 end, 0, 1 = 0, 0,
            case when n % 1000 = 0 then null else @due + n end, case when n % 7 = 0 then 'task-' || n end,
            case when n = 7 then 4 when n % 7 = 0 then 3 end, case when n % 7 = 0 then @due + 86400000 + n end
        from numbers
        """;

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
    public Task FillAsync(string connectionString, int rows, CancellationToken cancellationToken) =>
        InsertAsync(connectionString, Due, rows, cancellationToken);

    /// <summary>Fills it with follow-ups that have ended, one in seven with a task; one in a thousand is parked.</summary>
    public Task FillWithEndedAsync(string connectionString, int rows, CancellationToken cancellationToken) =>
        InsertAsync(connectionString, Ended, rows, cancellationToken);

    /// <summary>Runs an insertion with <c>@rows</c> and <c>@due</c>, the time of the first row.</summary>
    protected abstract Task InsertAsync(string connectionString, string sql, int rows, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    // An hour is longer than a million milliseconds: each row is due at a time of its own, and all of them are.
    protected static long FirstDue() => (TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1)).ToUnixTimeMilliseconds();
}
