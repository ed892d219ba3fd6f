using System.Text;
using CxoneAssist.Application;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>
/// A statement prepared once and run often. SqliteCommand is passed by: it looks every parameter up
/// by name for each run and sleeps for 150 ms when the database is busy, in the one thread that
/// commits.
/// </summary>
internal sealed class PreparedStatement : IRow, IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly Dictionary<string, int> _parameters = [];
    private readonly int[] _interaction;
    private readonly int[] _progress;

    public PreparedStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        for (var i = 1; i <= raw.sqlite3_bind_parameter_count(_statement); i++)
        {
            _parameters[raw.sqlite3_bind_parameter_name(_statement, i).utf8_to_string()] = i;
        }

        _interaction = PlacesOf(FollowUpColumns.Interaction);
        _progress = PlacesOf(FollowUpColumns.Progress);
    }

    public bool Names(string parameter) => _parameters.ContainsKey(parameter);

    public PreparedStatement Bind(string parameter, long? value) => Bind(_parameters[parameter], value);

    public PreparedStatement Bind(string parameter, bool value) => Bind(_parameters[parameter], value ? 1 : 0);

    public PreparedStatement Bind(string parameter, DateTimeOffset? value) =>
        Bind(_parameters[parameter], UnixTime.From(value));

    public PreparedStatement Bind(string parameter, string? value) => Bind(_parameters[parameter], value);

    /// <summary>Binds an interaction's own columns.</summary>
    public PreparedStatement Bind(CompletedInteraction interaction, bool suppressing) =>
        Bind(FollowUpColumns.Interaction, _interaction, interaction)
            .Bind("@customer_key", suppressing ? CustomerKeys.OfCustomer(interaction) : null);

    /// <summary>Binds what the fragment progress sets.</summary>
    public PreparedStatement Bind(FollowUp followUp, DateTimeOffset now, DateTimeOffset nextAt, bool leased) =>
        Bind(FollowUpColumns.Progress, _progress, followUp)
            .Bind("@next_at", nextAt)
            .Bind("@leased", leased)
            .Bind("@settled_at", followUp.State == FollowUpState.Done ? now : null);

    /// <summary>Runs it to its end.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        try
        {
            while (Step())
            {
            }

            return raw.sqlite3_changes(_database);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Runs it and reads every row it gives.</summary>
    public List<T> Rows<T>(Func<PreparedStatement, T> read)
    {
        List<T> rows = [];
        try
        {
            while (Step())
            {
                rows.Add(read(this));
            }
        }
        finally
        {
            Reset();
        }

        return rows;
    }

    /// <summary>Runs it and reads the number in the first column of its first row, if there is one.</summary>
    public long? Number()
    {
        try
        {
            var number = Step() && !IsNull(0) ? Long(0) : (long?)null;
            while (number is not null && Step())
            {
            }

            return number;
        }
        finally
        {
            Reset();
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public bool Bool(int column) => Long(column) != 0;

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    public void Dispose() => _statement.Dispose();

    // 0 for those that the statement has no parameter for.
    private int[] PlacesOf<T>(Column<T>[] columns) =>
        [.. columns.Select(column => _parameters.GetValueOrDefault("@" + column.Name))];

    private PreparedStatement Bind<T>(Column<T>[] columns, int[] places, T value)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            _ = columns[i].TextOf is { } text
                ? Bind(places[i], text(value))
                : Bind(places[i], columns[i].NumberOf!(value));
        }

        return this;
    }

    private PreparedStatement Bind(int place, long? value)
    {
        Check(value is { } number
            ? raw.sqlite3_bind_int64(_statement, place, number)
            : raw.sqlite3_bind_null(_statement, place));
        return this;
    }

    private PreparedStatement Bind(int place, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(_statement, place));
            return this;
        }

        // With its length given, a NUL inside does not cut the text short.
        Span<byte> small = stackalloc byte[512];
        var utf8 = Encoding.UTF8.TryGetBytes(value, small, out var length) ? small[..length] : Encoding.UTF8.GetBytes(value);
        Check(raw.sqlite3_bind_text(_statement, place, utf8));
        return this;
    }

    // Its code repeats an error already thrown.
    private void Reset() => _ = raw.sqlite3_reset(_statement);

    private bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }

        return code == raw.SQLITE_ROW;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
