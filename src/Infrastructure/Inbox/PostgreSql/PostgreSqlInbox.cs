using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.PostgreSql.Reading;
using CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>
/// The inbox in a PostgreSQL database that several hosts share. To be opened before it is used, and
/// disposed to finish what was taken on.
/// </summary>
internal sealed class PostgreSqlInbox(
    string connectionString,
    InboxOptions options,
    PrefetchBuffer prefetched,
    TimeProvider clock,
    ILogger<PostgreSqlInbox> logger,
    IFollowUpPolicies? policies = null)
    : IFollowUpInbox, IFollowUpRecords, IInboxRetention, IInboxWaits, IOpenedInbox, IAsyncDisposable, IDisposable
{
    private PostgreSqlDatabase? _database;

    private PostgreSqlDatabase Database => _database ?? throw new InboxUnavailableException("The inbox is not open.");

    public InboxStorage? Location => _database?.Location;

    /// <summary>
    /// Opens the database and migrates it. What another host was working on is found when its
    /// leases end.
    /// </summary>
    /// <exception cref="InboxStartException">It cannot be opened.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken) => _database ??= await PostgreSqlDatabase.OpenAsync(
        PostgreSqlServer.Parse(connectionString), options, prefetched, clock, logger, policies, cancellationToken);

    /// <summary>Opens the database as it is.</summary>
    /// <exception cref="InboxStartException">It cannot be opened, is of another version, or holds no inbox.</exception>
    public async Task OpenExistingAsync(CancellationToken cancellationToken) => _database ??= await PostgreSqlDatabase.OpenAsync(
        PostgreSqlServer.Parse(connectionString), options, prefetched, clock, logger, policies, cancellationToken, mayMigrate: false);

    public Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken) =>
        Database.ReceiveAsync(interaction, cancellationToken);

    // Not cancelled once it is sent: rows would be leased that no worker has.
    public async Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await Database.RunAsync(new PostgreSqlClaimOperation(max).WriteAsync);
    }

    public async Task<ClaimedFollowUp?> ClaimProbeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return (await Database.RunAsync(new PostgreSqlClaimOperation().WriteAsync)).SingleOrDefault();
    }

    public Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter) =>
        Database.SaveAsync(lease, followUp, leaseAfter);

    public Task<SuppressionResult?> SaveSuppressedAsync(Lease lease, SuppressionKey key, Func<CustomerHistory, FollowUp> next) =>
        Database.RunAsync(new PostgreSqlSuppressionSaveOperation(lease, key, next));

    public async Task<FollowUpRecord?> FindAsync(string interactionId, CancellationToken cancellationToken) =>
        await Database.Failures.RunAsync(connection => PostgreSqlRecords.FindAsync(connection, interactionId, cancellationToken), cancellationToken);

    public async Task<FollowUpRows> ListAsync(
        FollowUpFilter filter, PagePosition? after, int take, CancellationToken cancellationToken) =>
        await Database.Failures.RunAsync(connection => PostgreSqlRecords.ListAsync(connection, filter, after, take, cancellationToken), cancellationToken);

    public async Task<InboxStatus> StatusAsync(CancellationToken cancellationToken) =>
        await Database.Failures.RunAsync(
            async connection =>
            {
                await Database.Generation.CheckAsync(connection, cancellationToken);
                var status = await PostgreSqlRecords.StatusAsync(connection, cancellationToken);
                return status with { Attention = Database.Generation.Attention };
            },
            cancellationToken);

    public async Task<bool> AmendAsync(
        FollowUpRecord current, FollowUp next, OperatorAction action, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await Database.RunAsync(new PostgreSqlAmendOperation(current, next, action).WriteAsync);
    }

    public async Task<int> ForgetAsync(string customer, OperatorAction action, int max, CancellationToken cancellationToken) =>
        await Database.Failures.RunAsync(
            async connection =>
            {
                await using var forget = connection.Command(PostgreSqlStatement.Forget)
                    .WithText("customer", customer)
                    .With("at", UnixTime.From(action.At))
                    .WithText("kind", action.Kind)
                    .WithText("note", action.Note)
                    .WithText("actor", action.Actor)
                    .With("max", (long)max);
                return await forget.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken);

    public Task ProbeAsync(CancellationToken cancellationToken) => Database.ProbeAsync(cancellationToken);

    public async Task<int> PurgeAsync(DateTimeOffset settledBefore, int max, CancellationToken cancellationToken) =>
        await Database.Failures.RunAsync(
            async connection =>
            {
                await using var purge = connection.Command(PostgreSqlStatement.Purge)
                    .With("before", UnixTime.From(settledBefore))
                    .With("now", UnixTime.From(clock.GetUtcNow()))
                    .With("max", (long)max);
                return await purge.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken);

    public async Task<DateTimeOffset?> LastSettledAsync(CancellationToken cancellationToken) =>
        await Database.Failures.RunAsync(
            async connection =>
            {
                await using var find = connection.Command(PostgreSqlStatement.FindLastSettled).With("now", UnixTime.From(clock.GetUtcNow()));
                return await find.RowsAsync(row => row.Time(0), cancellationToken) is [var at] ? at : (DateTimeOffset?)null;
            },
            cancellationToken);

    public async Task<int> EndOverlongWaitsAsync(TimeSpan longest, int max, CancellationToken cancellationToken) =>
        await Database.Failures.RunAsync(
            async connection =>
            {
                await using var end = connection.Command(PostgreSqlStatement.EndOverlongWaits)
                    .With("ahead", (long)IInboxWaits.Ahead.TotalMilliseconds)
                    .With("longest", (long)longest.TotalMilliseconds)
                    .With("max", (long)max);
                return await end.ExecuteNonQueryAsync(cancellationToken);
            },
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _database, null) is { } database)
        {
            await database.DisposeAsync();
        }
    }

    // A container that is disposed without await cannot hold a service that only knows how to be awaited.
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
