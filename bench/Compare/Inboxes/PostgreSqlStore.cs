using CxoneAssist.Tests.Shared.PostgreSql;
using Npgsql;

namespace CxoneAssist.Compare.Inboxes;

/// <summary>A server of its own, with the settings it comes with.</summary>
internal sealed class PostgreSqlStore : InboxStore
{
    private readonly PostgreSqlCluster _cluster;

    private PostgreSqlStore(PostgreSqlCluster cluster) => _cluster = cluster;

    public override string Name => "PostgreSQL";

    public static async Task<InboxStore> StartAsync() => PostgreSqlCluster.Missing is { } reason
        ? throw new InvalidOperationException(reason)
        : new PostgreSqlStore(await PostgreSqlCluster.StartAsync());

    public override Task<string> CreateAsync(string folder) => _cluster.CreateDatabaseAsync();

    protected override async Task InsertAsync(string connectionString, string sql, int rows, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("rows", rows);
        command.Parameters.AddWithValue("due", FirstDue());
        await command.ExecuteNonQueryAsync(cancellationToken);
        await using var analyze = new NpgsqlCommand("vacuum analyze follow_up", connection);
        await analyze.ExecuteNonQueryAsync(cancellationToken);
    }

    public override ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
