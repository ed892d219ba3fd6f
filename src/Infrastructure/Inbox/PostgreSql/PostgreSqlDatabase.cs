using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>An opened database: migrated, found durable, its lanes at work.</summary>
internal sealed class PostgreSqlDatabase : IAsyncDisposable
{
    private const int Receivers = 2;
    private const int Savers = 2;

    private const int SuppressionSavesAtOnce = 4;

    private readonly NpgsqlDataSource _source;
    private readonly LeaseClock _leases;
    private readonly PrefetchBuffer _prefetched;
    private readonly IFollowUpPolicies? _policies;
    private readonly StateCountCompactor _counts;
    private readonly SemaphoreSlim _suppressionSaves = new(SuppressionSavesAtOnce);
    private readonly Batcher<PostgreSqlReceiveOperation, ReceiveResult> _receiving;
    private readonly Batcher<PostgreSqlSaveOperation, Lease?> _saving;

    private PostgreSqlDatabase(
        NpgsqlDataSource source,
        InboxOptions options,
        PrefetchBuffer prefetched,
        TimeProvider clock,
        ILogger logger,
        IFollowUpPolicies? policies,
        InboxStorage location)
    {
        _source = source;
        Location = location;
        _prefetched = prefetched;
        _policies = policies;
        _leases = new LeaseClock(options.Lease, clock);
        _counts = new StateCountCompactor(source);
        Failures = new DatabaseFailures(source, logger);
        _receiving = new(Receivers, options, Failures, clock, group => WriteAsync(PostgreSqlReceiveOperation.WriteAsync, group));
        _saving = new(Savers, options, Failures, clock, group => WriteAsync(PostgreSqlSaveOperation.WriteAsync, group));
    }

    public InboxStorage Location { get; }

    public DatabaseFailures Failures { get; }

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
            var isNew = mayMigrate && await PostgreSqlMigrations.ApplyAsync(server, connection, cancellationToken);
            if (!mayMigrate)
            {
                await PostgreSqlMigrations.InsistOnNoneAsync(server, connection, cancellationToken);
            }

            return new PostgreSqlDatabase(source, options, prefetched, clock, logger, policies, new InboxStorage(server.Place, isNew));
        }
        catch (Exception error)
        {
            await source.DisposeAsync();
            throw error is NpgsqlException npgsql ? server.Refuse(npgsql) : error;
        }
    }

    public Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken) =>
        _receiving.RunAsync(new PostgreSqlReceiveOperation(interaction), cancellationToken);

    public Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter) =>
        _saving.RunAsync(new PostgreSqlSaveOperation(lease, followUp, leaseAfter, _leases.NextCheckpoint()));

    public async Task<SuppressionResult?> RunAsync(PostgreSqlSuppressionSaveOperation operation)
    {
        await _suppressionSaves.WaitAsync();
        try
        {
            return await RunAsync(operation.WriteAsync);
        }
        finally
        {
            _suppressionSaves.Release();
        }
    }

    /// <summary>Runs an operation on a connection of its own; it is not cancelled once it is sent.</summary>
    /// <exception cref="InboxUnavailableException">
    /// The database cannot be used now; whether it was done is not known.
    /// </exception>
    public Task<T> RunAsync<T>(Func<PostgreSqlSession, Task<T>> operation) =>
        Failures.RunAsync(connection => operation(SessionOn(connection)), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _receiving.DisposeAsync();
        await _saving.DisposeAsync();
        _suppressionSaves.Dispose();
        await _source.DisposeAsync();
    }

    private Task WriteAsync<TOperation>(Func<PostgreSqlSession, List<TOperation>, Task> write, List<TOperation> group) =>
        _counts.AfterAsync(WriteGroupAsync(write, group));

    private async Task WriteGroupAsync<TOperation>(Func<PostgreSqlSession, List<TOperation>, Task> write, List<TOperation> group)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await write(SessionOn(connection), group);
    }

    private PostgreSqlSession SessionOn(NpgsqlConnection connection) =>
        new(connection, _leases, _prefetched, Failures, _policies);

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
