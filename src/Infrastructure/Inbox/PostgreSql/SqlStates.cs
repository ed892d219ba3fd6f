using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>What errors of the server mean, and what to do about them.</summary>
internal static class SqlStates
{
    /// <summary>
    /// Says what is wrong, and the remedy where there is one. The server's own text is left out: it may quote what
    /// customers wrote.
    /// </summary>
    public static string Explain(Exception error) => error switch
    {
        PostgresException known when Remedy(known.SqlState) is { } remedy => $"{remedy} (SQLSTATE {known.SqlState})",
        PostgresException other => $"the server refused the statement (SQLSTATE {other.SqlState}); its log says why",
        _ => $"the server gave no answer ({(error.InnerException ?? error).GetType().Name}); check that it runs and can be reached",
    };

    /// <summary>Whether the connection, and its server, are as usable as before.</summary>
    public static bool LeavesConnectionUsable(Exception error) =>
        error is PostgresException { SqlState: "42501" or "42P01" or "53100" or "55P03" or "57014" or "XX001" or "XX002" };

    private static string? Remedy(string sqlState) => sqlState switch
    {
        "42501" => "its user lacks a right: grant it select, insert, update and delete on all tables of the inbox",
        "42P01" => "a table of the inbox is missing: check the search path of the user, or restore the table",
        "42703" => "a column of the inbox is missing: restore the table",
        "25006" => "the database is read-only: make room on its disk, or switch default_transaction_read_only off",
        "28P01" or "28000" => "the user is refused: check name and password",
        "53100" => "its disk is full: make room",
        "53300" => "no connection is left: raise max_connections, or lower 'Maximum Pool Size'",
        "55P03" or "57014" => "another transaction holds a lock: look in pg_stat_activity for the oldest one",
        "57P01" or "57P02" or "57P03" => "the server is starting up or shutting down",
        "XX001" or "XX002" => "a table or an index is damaged: reindex, or restore it from a backup",
        _ => null,
    };
}
