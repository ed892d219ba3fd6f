using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>What a server and its database have to be like to keep an inbox.</summary>
internal static class ServerRequirements
{
    /// <exception cref="InboxStartException">They are not.</exception>
    public static async Task InsistAsync(
        PostgreSqlServer server, NpgsqlConnection connection, bool mayMigrate, CancellationToken cancellationToken)
    {
        await InsistOnEncodingAsync(server, connection, cancellationToken);
        await InsistOnDurabilityAsync(server, connection, cancellationToken);
        if (mayMigrate)
        {
            await InsistOnWritingAsync(server, connection, cancellationToken);
        }
    }

    private static async Task InsistOnEncodingAsync(PostgreSqlServer server, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var ask = connection.Command(PostgreSqlStatement.ReadEncoding);
        var (encoding, name) = (await ask.RowsAsync(row => (row.Text(0), row.Text(1)), cancellationToken))[0];
        if (encoding != "UTF8")
        {
            throw server.Refuse(
                $"has the encoding {encoding}, which cannot keep every text that CXone sends: use one with UTF8, made by "
                + $"'create database \"{name}_utf8\" template template0 encoding 'UTF8''");
        }
    }

    private static async Task InsistOnDurabilityAsync(PostgreSqlServer server, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var ask = connection.Command(PostgreSqlStatement.ReadDurability);
        var (commit, sync) = (await ask.RowsAsync(row => (row.Text(0), row.Text(1)), cancellationToken))[0];
        if (commit is not ("on" or "remote_apply") || sync != "on")
        {
            throw server.Refuse(
                $"does not keep what it commits (synchronous_commit={commit}, fsync={sync}), so that an acknowledged webhook could be lost: "
                + "switch both on");
        }
    }

    // A provider does this while the disk is nearly full; and so is a standby, which may be about to be promoted.
    private static async Task InsistOnWritingAsync(PostgreSqlServer server, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var ask = connection.Command(PostgreSqlStatement.ReadWhetherReadOnly);
        if ((await ask.RowsAsync(row => row.Bool(0), cancellationToken))[0])
        {
            throw server.Refuse(
                "is read-only: name the primary server, or switch default_transaction_read_only off where its role or database has it on",
                mayPass: true);
        }
    }
}
