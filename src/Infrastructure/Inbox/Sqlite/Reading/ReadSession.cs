using Microsoft.Data.Sqlite;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Reading;

/// <summary>A read-only connection with its statements, prepared once.</summary>
internal sealed class ReadSession(SqliteConnection connection) : IDisposable
{
    public Statement Begin { get; } = new(connection, "begin");

    public Statement Commit { get; } = new(connection, "commit");

    public Statement Find { get; } = Statement.Load(connection, "find");

    public Statement Interventions { get; } = Statement.Load(connection, "interventions");

    public Statement ListAll { get; } = Statement.Load(connection, "list_all");

    public Statement ListByState { get; } = Statement.Load(connection, "list_by_state");

    public Statement ListUnconfirmed { get; } = Statement.Load(connection, "list_unconfirmed");

    public Statement ListShadowed { get; } = Statement.Load(connection, "list_shadowed");

    public Statement ListShadowDiffers { get; } = Statement.Load(connection, "list_shadow_differs");

    public Statement CountStates { get; } = Statement.Load(connection, "count_states");

    public Statement CountUnconfirmed { get; } = Statement.Load(connection, "count_unconfirmed");

    public Statement OldestDue { get; } = Statement.Load(connection, "oldest_due");

    public void Dispose()
    {
        Statement[] all =
        [
            Begin, Commit, Find, Interventions, ListAll, ListByState, ListUnconfirmed, ListShadowed, ListShadowDiffers, CountStates, CountUnconfirmed,
            OldestDue,
        ];
        foreach (var statement in all)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }
}
