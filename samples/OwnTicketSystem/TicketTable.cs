using Microsoft.Data.Sqlite;

namespace OwnTicketSystem;

/// <summary>A ticket. Its body is stored as it was composed.</summary>
internal sealed record Ticket(string Id, string InteractionId, string Body);

/// <summary>
/// Stands for your ticket system. It has two properties that matter: a commit is on disk, and a
/// second ticket with the same idempotency key cannot be made.
/// </summary>
internal sealed class TicketTable
{
    private const string Schema = """
        pragma journal_mode = wal;
        create table if not exists ticket (
            id integer primary key autoincrement,
            idempotency_key text not null unique,
            interaction_id text not null,
            body text not null
        ) strict;
        create index if not exists ticket_by_interaction on ticket (interaction_id);
        """;

    private readonly string _connectionString;

    public TicketTable(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = (int)Timeout.TotalSeconds };
        _connectionString = file.ConnectionString;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file.DataSource))!);
        using var connection = Open();
        Execute(connection, Schema);
    }

    /// <summary>How long a statement waits for another writer before it fails.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(3);

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();

        // In WAL mode, only FULL has each commit on disk before the call returns.
        Execute(connection, "pragma synchronous = full");
        return connection;
    }

    /// <summary>Adds a ticket, or finds the one that an earlier call with this key has added.</summary>
    public static string Add(SqliteTransaction transaction, string key, string interactionId, string body)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            insert into ticket (idempotency_key, interaction_id, body) values (@key, @interaction, @body)
            on conflict (idempotency_key) do nothing;
            select cast(id as text) from ticket where idempotency_key = @key;
            """;
        command.Parameters.AddWithValue("@key", key);
        command.Parameters.AddWithValue("@interaction", interactionId);
        command.Parameters.AddWithValue("@body", body);
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>The tickets of an interaction, or all of them, the oldest first.</summary>
    public IReadOnlyList<Ticket> List(string? interactionId = null)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            select cast(id as text), interaction_id, body from ticket
            where @interaction is null or interaction_id = @interaction order by id
            """;
        command.Parameters.AddWithValue("@interaction", (object?)interactionId ?? DBNull.Value);
        using var reader = command.ExecuteReader();
        var found = new List<Ticket>();
        while (reader.Read())
        {
            found.Add(new Ticket(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return found;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
