using System.Data;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Saves what becomes of a follow-up in view of its customer's others, under a lock that every host takes for them. Each statement sees what was
/// committed before it began, hence all that was decided before the lock was had; and nobody who holds it waits for another one.
/// </summary>
internal sealed class SettlingInTurn(Leasing leasing)
{
    public async Task<TurnTaken?> WriteAsync(
        NpgsqlConnection connection, Lease lease, CustomerTurn turn, Func<CustomerHistory, FollowUp> next)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        await RunAsync(connection.Command("turn").With("lock", CustomerKeys.LockOf(turn)));
        var followUp = next(new CustomerHistory(await EarlierAsync(connection, lease, turn), await UndecidedAsync(connection, lease, turn)));
        if (await SaveAsync(connection, lease, followUp) is not { } saved)
        {
            return null;
        }

        if (followUp.State == FollowUpState.Creating)
        {
            await RunAsync(connection.Command("precede")
                .With("id", lease.Row)
                .With("turn_key", CustomerKeys.OfTurn(turn))
                .With("at", UnixTime.From(turn.At))
                .With("score", Precedents.Score(turn.Score)));
        }

        await transaction.CommitAsync();
        return new TurnTaken(saved, followUp);
    }

    private static async Task<List<EarlierFollowUp>> EarlierAsync(NpgsqlConnection connection, Lease lease, CustomerTurn turn)
    {
        await using var select = connection.Command("precedents")
            .With("turn_key", CustomerKeys.OfTurn(turn))
            .With("since", UnixTime.From(turn.Since))
            .With("id", lease.Row);
        return await select.RowsAsync(row => Precedents.Read(row));
    }

    private static async Task<string?> UndecidedAsync(NpgsqlConnection connection, Lease lease, CustomerTurn turn)
    {
        await using var select = connection.Command("undecided")
            .With("id", lease.Row)
            .With("customer_key", CustomerKeys.OfCustomer(turn.CustomerId))
            .WithText("customer_id", turn.CustomerId);
        return (await select.RowsAsync(row => row.Text(0))).FirstOrDefault();
    }

    private async Task<Lease?> SaveAsync(NpgsqlConnection connection, Lease lease, FollowUp followUp)
    {
        // Not before the lock was had: the lease starts with the statement.
        var (now, endsAt) = leasing.Begin();
        await using var update = connection.Command("settle")
            .WithProgress([new Progress(lease.Row, lease.Token, followUp, Leased: true, leasing.NextCheckpoint())], now, leasing);
        return (await update.RowsAsync(row => row.Long(0))).Count == 1 ? lease with { EndsAt = endsAt } : null;
    }

    private static async Task RunAsync(NpgsqlCommand command)
    {
        await using (command)
        {
            await command.ExecuteNonQueryAsync();
        }
    }
}
