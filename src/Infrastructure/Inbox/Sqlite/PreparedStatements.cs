using Microsoft.Data.Sqlite;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>All statements, prepared once on one connection; a reader's cannot run those that write.</summary>
internal sealed class PreparedStatements(SqliteConnection connection) : IDisposable
{
    private readonly PreparedStatement[] _prepared =
        [.. Enum.GetValues<SqliteStatement>().Select(statement => new PreparedStatement(connection, statement.Text()))];

    public PreparedStatement this[SqliteStatement statement] => _prepared[(int)statement];

    /// <summary>Runs a statement that is composed for one question, with those of the parameters that it names.</summary>
    public List<T> RunOnce<T>(string sql, IReadOnlyList<(string Name, object Value)> parameters, Func<PreparedStatement, T> read)
    {
        using var statement = new PreparedStatement(connection, sql);
        foreach (var (name, value) in parameters.Where(parameter => statement.Names("@" + parameter.Name)))
        {
            _ = value is string text ? statement.Bind("@" + name, text) : statement.Bind("@" + name, (long)value);
        }

        return statement.Rows(read);
    }

    public void Dispose() => Array.ForEach(_prepared, statement => statement.Dispose());
}
