using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>An opened database: migrated, found durable, its lanes at work.</summary>
internal sealed class PostgreSqlDatabase : IAsyncDisposable
{
    private const int Receivers = 2;
    private const int Savers = 2;

    private readonly NpgsqlDataSource _source;
    private readonly StateCountCompactor _counts;

    private PostgreSqlDatabase(
        NpgsqlDataSource source,
        InboxOptions options,
        PrefetchBuffer prefetched,
        TimeProvider clock,
        ILogger logger,
        IFollowUpPolicies? policies)
    {
        _source = source;
        Failures = new DatabaseFailures(source, logger);
        Leases = new LeaseClock(options.Lease, clock);
        _counts = new StateCountCompactor(source);
        var receiving = new Receiving(source, Leases, prefetched, Failures, policies);
        var settling = new Settling(source, Leases);
        Receiving = new(Receivers, options, Failures, clock, group => _counts.AfterAsync(receiving.WriteAsync(group)));
        SettlingInTurn = new SettlingInTurn(Failures, Leases);
        Settling = new(Savers, options, Failures, clock, group => _counts.AfterAsync(settling.WriteAsync(group)));
    }

    public DatabaseFailures Failures { get; }

    public LeaseClock Leases { get; }

    public Batcher<Receive, Receipt> Receiving { get; }

    public Batcher<Settle, Lease?> Settling { get; }

    public SettlingInTurn SettlingInTurn { get; }

    /// <remarks>Where it may not migrate, a database that is not up to date is refused.</remarks>
    /// <exception cref="InboxStartException">It cannot be opened.</exception>
    public static async Task<PostgreSqlDatabase> OpenAsync(
        PostgreSqlServer server,
        InboxOptions options,
        PrefetchBuffer prefetched,
        TimeProvider clock,
        ILogger logger,
        IFollowUpPolicies? policies,
        CancellationToken cancellationToken,
        bool mayMigrate = true)
    {
        var source = server.Connect();
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await InsistOnDurabilityAsync(server, connection, cancellationToken);
            await (mayMigrate
                ? PostgreSqlMigrations.ApplyAsync(server, connection, cancellationToken)
                : PostgreSqlMigrations.InsistOnNoneAsync(server, connection, cancellationToken));
            return new PostgreSqlDatabase(source, options, prefetched, clock, logger, policies);
        }
        catch (Exception error)
        {
            await source.DisposeAsync();
            throw error is NpgsqlException npgsql ? server.Refuse(npgsql) : error;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Receiving.DisposeAsync();
        await Settling.DisposeAsync();
        SettlingInTurn.Dispose();
        await _source.DisposeAsync();
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
}
