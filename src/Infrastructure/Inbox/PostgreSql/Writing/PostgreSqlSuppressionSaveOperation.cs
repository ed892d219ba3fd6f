using System.Data;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Saves what becomes of a follow-up in view of its customer's others, under a lock that every host
/// takes for them. Each statement sees what was committed before it began, hence all that was
/// decided before the lock was had. A host that holds one lock waits for no other. Not in a batch,
/// and on few connections: many of one customer wait for each other here, and no other customer is
/// to wait with them.
/// </summary>
internal sealed class PostgreSqlSuppressionSaveOperation(Lease lease, SuppressionKey key, Func<CustomerHistory, FollowUp> next)
{
    public Lease Lease => lease;

    /// <summary>What was tried to be saved last.</summary>
    public FollowUp? Saved { get; private set; }

    public async Task<SuppressionResult?> WriteAsync(PostgreSqlSession session)
    {
        try
        {
            return await WriteLockedAsync(session);
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            DatabaseFailures.ForgetStatements(session.Connection);
            return await SaveAsync(session, next(CustomerHistory.Unknown));
        }
    }

    private async Task<SuppressionResult?> WriteLockedAsync(PostgreSqlSession session)
    {
        var connection = session.Connection;
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await RunAsync(connection.Command(PostgreSqlStatement.LockSuppression).With("lock", CustomerKeys.LockOf(key)));
        var followUp = next(AdmittedFollowUps.History(await EarlierAsync(connection), await UndecidedAsync(connection)));
        var taken = await SaveAsync(session, followUp);
        if (taken is not null)
        {
            await transaction.CommitAsync();
        }

        return taken;
    }

    private async Task<List<AdmittedFollowUp?>> EarlierAsync(NpgsqlConnection connection)
    {
        await using var select = connection.Command(PostgreSqlStatement.FindAdmitted)
            .With("turn_key", CustomerKeys.OfSuppression(key))
            .With("since", UnixTime.From(key.Since))
            .With("id", lease.Id);
        return await select.RowsAsync(row => AdmittedFollowUps.Read(row));
    }

    private async Task<string?> UndecidedAsync(NpgsqlConnection connection)
    {
        await using var select = connection.Command(PostgreSqlStatement.FindUndecided)
            .With("id", lease.Id)
            .With("customer_key", CustomerKeys.OfCustomer(key.CustomerId))
            .WithText("customer_id", key.CustomerId);
        return (await select.RowsAsync(row => row.Text(0))).FirstOrDefault();
    }

    private async Task<SuppressionResult?> SaveAsync(PostgreSqlSession session, FollowUp followUp)
    {
        Saved = followUp;
        var goesOn = followUp.State == FollowUpState.Creating;
        // Not before the lock was had: the lease starts with the statement.
        var (now, endsAt) = session.Leases.Begin();
        await using var update = session.Connection.Command(PostgreSqlStatement.Save)
            .WithProgress([new RowProgress(lease.Id, lease.Token, followUp, goesOn, session.Leases.NextCheckpoint())], now, session.Leases);
        if ((await update.RowsAsync(row => row.Long(0))).Count == 0)
        {
            return null;
        }

        if (goesOn)
        {
            await RunAsync(session.Connection.Command(PostgreSqlStatement.Admit)
                .With("id", lease.Id)
                .With("turn_key", CustomerKeys.OfSuppression(key))
                .With("at", UnixTime.From(key.At))
                .With("score", AdmittedFollowUps.Score(key.Score)));
        }

        return new SuppressionResult(goesOn ? lease with { EndsAt = endsAt } : null, followUp);
    }

    private static async Task RunAsync(NpgsqlCommand command)
    {
        await using (command)
        {
            await command.ExecuteNonQueryAsync();
        }
    }
}
