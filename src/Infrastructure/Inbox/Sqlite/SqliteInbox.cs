using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.Rows;
using CxoneAssist.Infrastructure.Inbox.Sqlite.Reading;
using CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>
/// The inbox in a SQLite file of one host. To be opened before it is used, and disposed to finish
/// what was taken on.
/// </summary>
internal sealed class SqliteInbox(
    string connectionString,
    InboxOptions options,
    PrefetchBuffer prefetched,
    TimeProvider clock,
    ILogger<SqliteInbox> logger,
    IFollowUpPolicies? policies = null)
    : IFollowUpInbox, IFollowUpRecords, IInboxRetention, IInboxWaits, IOpenedInbox, IAsyncDisposable, IDisposable
{
    // Webhooks wait no longer than some milliseconds for these.
    private const int WaitsAtOnce = 100;

    private SqliteDatabase? _database;

    private SqliteDatabase Database => _database ?? throw new InboxUnavailableException("The inbox is not open.");

    public InboxStorage? Location => _database?.Location;

    /// <summary>
    /// Opens the file, making it where there is none, and takes over what an earlier process left
    /// leased.
    /// </summary>
    /// <exception cref="InboxStartException">It cannot be opened.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken) => _database ??= await Task.Run(
        () => SqliteDatabase.Open(SqliteFile.Parse(connectionString), options, prefetched, clock, logger), cancellationToken);

    public Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken) =>
        Database.Writer.RunAsync(new SqliteReceiveOperation(interaction, CustomerKeys.AreKept(policies)), cancellationToken);

    public Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken) =>
        Database.Writer.RunAsync(new SqliteClaimOperation(max), cancellationToken);

    public async Task<ClaimedFollowUp?> ClaimProbeAsync(CancellationToken cancellationToken) =>
        (await Database.Writer.RunAsync(new SqliteClaimOperation(), cancellationToken)).SingleOrDefault();

    public Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter) =>
        Database.Rejections.SaveAsync(new SqliteSaveOperation(lease, followUp, leaseAfter), lease, () => followUp);

    public Task<SuppressionResult?> SaveSuppressedAsync(Lease lease, SuppressionKey key, Func<CustomerHistory, FollowUp> next)
    {
        var save = new SqliteSuppressionSaveOperation(lease, key, next);
        return Database.Rejections.SaveAsync(save, lease, () => save.Saved);
    }

    public Task<FollowUpRecord?> FindAsync(string interactionId, CancellationToken cancellationToken) =>
        Database.Readers.ReadAsync(statements => SqliteRecords.Find(statements, interactionId), cancellationToken);

    public Task<FollowUpRows> ListAsync(
        FollowUpFilter filter, PagePosition? after, int take, CancellationToken cancellationToken) =>
        Database.Readers.ReadAsync(statements => SqliteRecords.List(statements, filter, after, take), cancellationToken);

    public async Task<InboxStatus> StatusAsync(CancellationToken cancellationToken)
    {
        var database = Database;
        var status = await database.Readers.ReadAsync(statements => SqliteRecords.Status(statements, clock.GetUtcNow()), cancellationToken);
        return status with { Attention = database.Journal.Remark() };
    }

    public Task<bool> AmendAsync(
        FollowUpRecord current, FollowUp next, OperatorAction action, CancellationToken cancellationToken) =>
        Database.Writer.RunAsync(new SqliteAmendOperation(current, next, action), cancellationToken);

    public Task<int> ForgetAsync(string customer, OperatorAction action, int max, CancellationToken cancellationToken) =>
        Database.Writer.RunAsync(new SqliteForgetOperation(customer, action, max), cancellationToken);

    public Task ProbeAsync(CancellationToken cancellationToken) =>
        Database.Writer.RunAsync(new SqliteProbeOperation(), cancellationToken);

    public Task<int> PurgeAsync(DateTimeOffset settledBefore, int max, CancellationToken cancellationToken) =>
        Database.Writer.RunAsync(new RunOperation<int>(session => Purge(session, settledBefore, max)), cancellationToken);

    public Task<DateTimeOffset?> LastSettledAsync(CancellationToken cancellationToken) => Database.Readers.ReadAsync(
        statements => statements[SqliteStatement.FindLastSettled].Rows(row => row.Time(0)) is [var at] ? at : (DateTimeOffset?)null,
        cancellationToken);

    public async Task<int> EndOverlongWaitsAsync(TimeSpan longest, int max, CancellationToken cancellationToken)
    {
        var found = await Database.Readers.ReadAsync(
            statements => OverlongWaits(statements, SqliteStatement.FindOverlongWaits, clock.GetUtcNow(), longest)
                .Bind("@max", max).Rows(row => row.Long(0)),
            cancellationToken);
        foreach (var part in found.Chunk(WaitsAtOnce))
        {
            await Database.Writer.RunAsync(
                new RunOperation<int>(session => OverlongWaits(session.Statements, SqliteStatement.EndOverlongWaits, session.Now, longest)
                    .Bind("@found", $"[{string.Join(',', part)}]").Run()),
                cancellationToken);
        }

        // Not how many were changed: where one has ended by itself meanwhile, more may be left.
        return found.Count;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _database, null) is { } database)
        {
            await database.DisposeAsync();
        }
    }

    // A container that is disposed without await cannot hold a service that only knows how to be awaited.
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static PreparedStatement OverlongWaits(PreparedStatements statements, SqliteStatement statement, DateTimeOffset now, TimeSpan longest) =>
        statements[statement].Bind("@now", now).Bind("@ahead", now + IInboxWaits.Ahead).Bind("@latest", now + longest);

    private static int Purge(WriteSession session, DateTimeOffset before, int max)
    {
        session.Statements[SqliteStatement.PurgeOperatorActions].Bind("@before", before).Bind("@max", max).Run();
        session.Statements[SqliteStatement.PurgeAdmitted].Bind("@before", before).Bind("@max", max).Run();
        return session.Statements[SqliteStatement.Purge]
            .Bind("@before", before).Bind("@max", max).Bind("@now", session.Now).Run();
    }
}
