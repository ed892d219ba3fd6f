using Microsoft.Data.Sqlite;

namespace CxoneAssist.Compare.Inboxes;

internal sealed class SqliteStore : InboxStore
{
    private const string Fill = """
        with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < @rows)
        insert into follow_up (interaction_id, agent_id, received_at, state, outcome, next_at, leased, lease_token)
        select 'backlog-' || n, 'agent-' || (n % 500), @due + n % 1000000, 0, 0, @due + n % 1000000, 0, 0 from numbers
        """;

    public override string Name => "SQLite";

    public override Task<string> CreateAsync(string folder) => Task.FromResult($"Data Source={Path.Combine(folder, "inbox.db")}");

    public override async Task FillAsync(string connectionString, int rows, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Fill;
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("@rows", rows);
        command.Parameters.AddWithValue("@due", FirstDue());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
