using System.Data;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Saves what becomes of a follow-up in view of its customer's others, under a lock that every host takes for them. Each statement sees what was
/// committed before it began, hence all that was decided before the lock was had; and nobody who holds it waits for another one. Not in a lane, and
/// on few connections: many of one customer wait for each other here, and nobody else is to wait with them.
/// </summary>
internal sealed class SettlingInTurn(DatabaseFailures failures, LeaseClock leases) : IDisposable
{
    private const int MostAtOnce = 4;

    private readonly SemaphoreSlim _room = new(MostAtOnce);

    public async Task<TurnTaken?> RunAsync(Lease lease, CustomerTurn turn, Func<CustomerHistory, FollowUp> next)
    {
        await _room.WaitAsync();
        try
        {
            return await failures.RunAsync(connection => WriteAsync(connection, lease, turn, next), CancellationToken.None);
        }
        finally
        {
            _room.Release();
        }
    }

    public void Dispose() => _room.Dispose();

    private async Task<TurnTaken?> WriteAsync(NpgsqlConnection connection, Lease lease, CustomerTurn turn, Func<CustomerHistory, FollowUp> next)
    {
        try
        {
            return await WriteInTurnAsync(connection, lease, turn, next);
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return await SaveAsync(connection, lease, turn, next(CustomerHistory.Unknown));
        }
    }

    private async Task<TurnTaken?> WriteInTurnAsync(
        NpgsqlConnection connection, Lease lease, CustomerTurn turn, Func<CustomerHistory, FollowUp> next)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await RunAsync(connection.Command(PostgreSqlStatement.LockSuppression).With("lock", CustomerKeys.LockOf(turn)));
        var followUp = next(Precedents.History(await EarlierAsync(connection, lease, turn), await UndecidedAsync(connection, lease, turn)));
        var taken = await SaveAsync(connection, lease, turn, followUp);
        if (taken is not null)
        {
            await transaction.CommitAsync();
        }

        return taken;
    }

    private static async Task<List<Precedent?>> EarlierAsync(NpgsqlConnection connection, Lease lease, CustomerTurn turn)
    {
        await using var select = connection.Command(PostgreSqlStatement.FindAdmitted)
            .With("turn_key", CustomerKeys.OfTurn(turn))
            .With("since", UnixTime.From(turn.Since))
            .With("id", lease.Row);
        return await select.RowsAsync(row => Precedents.Read(row));
    }

    private static async Task<string?> UndecidedAsync(NpgsqlConnection connection, Lease lease, CustomerTurn turn)
    {
        await using var select = connection.Command(PostgreSqlStatement.FindUndecided)
            .With("id", lease.Row)
            .With("customer_key", CustomerKeys.OfCustomer(turn.CustomerId))
            .WithText("customer_id", turn.CustomerId);
        return (await select.RowsAsync(row => row.Text(0))).FirstOrDefault();
    }

    private async Task<TurnTaken?> SaveAsync(NpgsqlConnection connection, Lease lease, CustomerTurn turn, FollowUp followUp)
    {
        var goesOn = followUp.State == FollowUpState.Creating;
        // Not before the lock was had: the lease starts with the statement.
        var (now, endsAt) = leases.Begin();
        await using var update = connection.Command(PostgreSqlStatement.Save)
            .WithProgress([new Progress(lease.Row, lease.Token, followUp, goesOn, leases.NextCheckpoint())], now, leases);
        if ((await update.RowsAsync(row => row.Long(0))).Count == 0)
        {
            return null;
        }

        if (goesOn)
        {
            await RunAsync(connection.Command(PostgreSqlStatement.Admit)
                .With("id", lease.Row)
                .With("turn_key", CustomerKeys.OfTurn(turn))
                .With("at", UnixTime.From(turn.At))
                .With("score", Precedents.Score(turn.Score)));
        }

        return new TurnTaken(goesOn ? lease with { EndsAt = endsAt } : null, followUp);
    }

    private static async Task RunAsync(NpgsqlCommand command)
    {
        await using (command)
        {
            await command.ExecuteNonQueryAsync();
        }
    }
}
