using Microsoft.Data.Sqlite;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>The writer's statements, prepared once.</summary>
internal sealed class WriteStatements(SqliteConnection connection) : IDisposable
{
    public Statement Begin { get; } = new(connection, "begin immediate");

    public Statement Commit { get; } = new(connection, "commit");

    public Statement RollBack { get; } = new(connection, "rollback");

    public Statement Receive { get; } = Statement.Load(connection, "receive");

    public Statement Find { get; } = Statement.Load(connection, "find");

    public Statement Reopen { get; } = Statement.Load(connection, "reopen");

    public Statement OtherAgents { get; } = Statement.Load(connection, "other_agents");

    public Statement Due { get; } = Statement.Load(connection, "due");

    public Statement Lease { get; } = Statement.Load(connection, "lease");

    public Statement Quarantine { get; } = Statement.Load(connection, "quarantine");

    public Statement Settle { get; } = Statement.Load(connection, "settle");

    public Statement Amend { get; } = Statement.Load(connection, "amend");

    public Statement Intervene { get; } = Statement.Load(connection, "intervene");

    public Statement Purge { get; } = Statement.Load(connection, "purge");

    public Statement PurgeInterventions { get; } = Statement.Load(connection, "purge_interventions");

    public Statement PurgePrecedents { get; } = Statement.Load(connection, "purge_precedents");

    public Statement Precedents { get; } = Statement.Load(connection, "precedents");

    public Statement Undecided { get; } = Statement.Load(connection, "undecided");

    public Statement Precede { get; } = Statement.Load(connection, "precede");

    public Statement Probe { get; } = Statement.Load(connection, "probe");

    public void Dispose()
    {
        Statement[] all =
        [
            Begin, Commit, RollBack, Receive, Find, Reopen, OtherAgents, Due, Lease, Quarantine, Settle, Amend, Intervene,
            Purge, PurgeInterventions, PurgePrecedents, Precedents, Undecided, Precede, Probe,
        ];
        foreach (var statement in all)
        {
            statement.Dispose();
        }
    }
}
