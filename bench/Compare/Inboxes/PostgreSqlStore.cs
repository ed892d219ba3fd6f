using CxoneAssist.Tests.Shared.PostgreSql;
using Npgsql;

namespace CxoneAssist.Compare.Inboxes;

/// <summary>A server of its own, with the settings it comes with.</summary>
internal sealed class PostgreSqlStore : InboxStore
{
    private const string Fill = """
        insert into follow_up (interaction_id, agent_id, received_at, state, outcome, next_at, leased, lease_token)
        select 'backlog-' || n, 'agent-' || (n % 500), @due + n % 1000000, 0, 0, @due + n % 1000000, false, 0 from generate_series(1, @rows) as n
        """;

    private readonly PostgreSqlCluster _cluster;

    private PostgreSqlStore(PostgreSqlCluster cluster) => _cluster = cluster;

    public override string Name => "PostgreSQL";

    public static async Task<InboxStore> StartAsync() => PostgreSqlCluster.Missing is { } reason
        ? throw new InvalidOperationException(reason)
        : new PostgreSqlStore(await PostgreSqlCluster.StartAsync());

    public override Task<string> CreateAsync(string folder) => _cluster.CreateDatabaseAsync();

    public override async Task FillAsync(string connectionString, int rows, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Fill, connection);
        command.Parameters.AddWithValue("rows", rows);
        command.Parameters.AddWithValue("due", FirstDue());
        await command.ExecuteNonQueryAsync(cancellationToken);
        await using var analyze = new NpgsqlCommand("vacuum analyze follow_up", connection);
        await analyze.ExecuteNonQueryAsync(cancellationToken);
    }

    public override ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
