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
    private readonly ReceiveWatch _watch;
    private readonly Rejections _rejections;
    private readonly RepetitionCounts _repetitions;
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
        Failures = new DatabaseFailures(source);
        Generation = new Generation(logger);
        _rejections = new Rejections(Failures, logger);
        _repetitions = new RepetitionCounts(clock, logger);
        _watch = new ReceiveWatch(Failures, SessionOn, clock, logger);
        _receiving = new(Receivers, options, Failures, _watch, clock, group => WriteAsync(PostgreSqlReceiveOperation.WriteAsync, group));
        _saving = new(
            Savers, options, Failures, new SaveWatch(clock, logger), clock, group => WriteAsync(PostgreSqlSaveOperation.WriteAsync, group));
    }

    public InboxStorage Location { get; }

    /// <summary>Whether a newer version has taken over.</summary>
    public Generation Generation { get; }

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
            await ServerRequirements.InsistAsync(server, connection, mayMigrate, cancellationToken);
            var isNew = mayMigrate && await PostgreSqlMigrations.ApplyAsync(server, connection, clock, logger, cancellationToken);
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

    public async Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken)
    {
        try
        {
            return await _receiving.RunAsync(new PostgreSqlReceiveOperation(interaction), cancellationToken);
        }
        catch (PostgresException rejected) when (DatabaseFailures.IsOwnFault(rejected))
        {
            throw _rejections.Refuse(interaction.InteractionId, rejected);
        }
    }

    /// <summary>Commits something, and tries the way that webhooks take.</summary>
    /// <exception cref="InboxUnavailableException">Webhooks cannot be stored.</exception>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await Failures.RunAsync(
            async connection =>
            {
                await using var probe = connection.Command(PostgreSqlStatement.Probe);
                return await probe.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken);
        await _watch.RehearseAsync(cancellationToken);
    }

    public async Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter)
    {
        try
        {
            return await _saving.RunAsync(new PostgreSqlSaveOperation(lease, followUp, leaseAfter, _leases.NextCheckpoint()));
        }
        catch (PostgresException rejected) when (DatabaseFailures.IsOwnFault(rejected))
        {
            await _rejections.ParkAsync(lease, followUp, rejected);
            return null;
        }
    }

    public async Task<SuppressionResult?> RunAsync(PostgreSqlSuppressionSaveOperation operation)
    {
        await _suppressionSaves.WaitAsync();
        try
        {
            return await RunAsync(operation.WriteAsync);
        }
        catch (PostgresException rejected) when (DatabaseFailures.IsOwnFault(rejected) && operation.Saved is { } saved)
        {
            await _rejections.ParkAsync(operation.Lease, saved, rejected);
            return null;
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
        _repetitions.Dispose();
        await _saving.DisposeAsync();
        _suppressionSaves.Dispose();
        await _source.DisposeAsync();
    }

    private Task WriteAsync<TOperation>(Func<PostgreSqlSession, List<TOperation>, Task> write, List<TOperation> group) =>
        _counts.AfterAsync(WriteGroupAsync(write, group));

    private async Task WriteGroupAsync<TOperation>(Func<PostgreSqlSession, List<TOperation>, Task> write, List<TOperation> group)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await DatabaseFailures.RetryConflictAsync(connection, async () =>
        {
            await write(SessionOn(connection), group);
            return true;
        });
    }

    private PostgreSqlSession SessionOn(NpgsqlConnection connection) =>
        new(connection, _leases, _prefetched, Failures, _policies, _watch, Generation, _repetitions);
}
