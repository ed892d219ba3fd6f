using Microsoft.Data.Sqlite;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>All statements, prepared once on one connection; a reader's cannot run those that write.</summary>
internal sealed class PreparedStatements(SqliteConnection connection) : IDisposable
{
    private readonly PreparedStatement[] _prepared =
        [.. Enum.GetValues<SqliteStatement>().Select(statement => new PreparedStatement(connection, statement.Text()))];

    public PreparedStatement this[SqliteStatement statement] => _prepared[(int)statement];

    public void Dispose() => Array.ForEach(_prepared, statement => statement.Dispose());
}
