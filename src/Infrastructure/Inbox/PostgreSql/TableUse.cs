using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>Who holds locks of the inbox's tables.</summary>
internal static class TableUse
{
    /// <summary>The three oldest transactions, for people to find in pg_stat_activity; never their statements.</summary>
    public static async Task<string> NamesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var find = connection.Command(PostgreSqlStatement.FindTableUsers);
        var users = await find.RowsAsync(
            row => FormattableString.Invariant($"process {row.Long(0)} ('{row.Text(1)}', for {row.Long(2)} s)"), cancellationToken);
        return users.Count == 0 ? "transactions that have just ended" : string.Join(", ", users);
    }
}
