using Microsoft.Data.Sqlite;

namespace CxoneAssist.Compare.Inboxes;

internal sealed class SqliteStore : InboxStore
{
    public override string Name => "SQLite";

    public override Task<string> CreateAsync(string folder) => Task.FromResult($"Data Source={Path.Combine(folder, "inbox.db")}");

    protected override async Task InsertAsync(string connectionString, string sql, int rows, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("@rows", rows);
        command.Parameters.AddWithValue("@due", FirstDue());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
