using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

internal static class Commands
{
    /// <summary>A statement of ours. It is prepared on each connection once it was used there twice.</summary>
    public static NpgsqlCommand Command(this NpgsqlConnection connection, PostgreSqlStatement statement, int? seconds = null) =>
        connection.Command(statement.Text(), seconds);

    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, int? seconds = null)
    {
#pragma warning disable CA2100 // Only texts of this assembly.
        var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        if (seconds is { } limit)
        {
            command.CommandTimeout = limit;
        }

        return command;
    }

    public static NpgsqlCommand With<T>(this NpgsqlCommand command, string parameter, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T>(parameter, value));
        return command;
    }

    public static NpgsqlCommand WithText(this NpgsqlCommand command, string parameter, string? text) =>
        command.With(parameter, TextEncoding.Encode(text));

    /// <summary>Numbers and texts.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, IReadOnlyList<(string Name, object Value)> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            _ = value is string text ? command.WithText(name, text) : command.With(name, (long)value);
        }

        return command;
    }

    /// <summary>An array with a number for each item.</summary>
    public static NpgsqlCommand WithEach<TItem, T>(
        this NpgsqlCommand command, string parameter, IReadOnlyList<TItem> items, Func<TItem, T> value)
    {
        var values = new T[items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(items[i]);
        }

        return command.With(parameter, values);
    }

    /// <summary>An array with a text for each item.</summary>
    public static NpgsqlCommand WithEachText<TItem>(
        this NpgsqlCommand command, string parameter, IReadOnlyList<TItem> items, Func<TItem, string?> text) =>
        command.WithEach(parameter, items, item => TextEncoding.Encode(text(item)));

    public static async Task<List<T>> RowsAsync<T>(
        this NpgsqlCommand command, Func<IRow, T> read, CancellationToken cancellationToken = default)
    {
        List<T> rows = [];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = new Row(reader);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(row));
        }

        return rows;
    }

    // The row at which the reader stands.
    private sealed class Row(NpgsqlDataReader reader) : IRow
    {
        public bool IsNull(int column) => reader.IsDBNull(column);

        public long Long(int column) => reader.GetInt64(column);

        public bool Bool(int column) => reader.GetBoolean(column);

        public string Text(int column) => TextEncoding.Decode(reader.GetString(column));
    }
}
