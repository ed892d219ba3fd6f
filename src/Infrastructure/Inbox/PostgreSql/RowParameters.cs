using CxoneAssist.Application;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>What is to become of a row, if its token is still this one.</summary>
internal sealed record RowProgress(long Id, long Token, FollowUp FollowUp, bool Leased, long Checkpoint = 0);

internal static class RowParameters
{
    /// <summary>Fills in the interactions' own columns.</summary>
    public static NpgsqlCommand WithInteractions(
        this NpgsqlCommand command, IReadOnlyList<CompletedInteraction> rows, bool suppressing) => command
        .WithColumns(FollowUpColumns.Interaction, rows, row => row)
        .WithEach("customer_key", rows, row => suppressing ? CustomerKeys.OfCustomer(row) : null);

    /// <summary>
    /// Fills in what the fragments progress and progressed read. The time by the clock of this
    /// process goes with it: a host whose clock is off means so long from now, not another time of
    /// day.
    /// </summary>
    public static NpgsqlCommand WithProgress(
        this NpgsqlCommand command, IReadOnlyList<RowProgress> rows, DateTimeOffset now, LeaseClock leases) => command
        .WithEach("id", rows, row => row.Id)
        .WithEach("token", rows, row => row.Token)
        .WithEach("checkpoint", rows, row => row.Checkpoint)
        .WithEach("leased", rows, row => row.Leased)
        .WithEach("next_at", rows, row => UnixTime.From(row.FollowUp.NextAttemptAt))
        .WithColumns(FollowUpColumns.Progress, rows, row => row.FollowUp)
        .With("now", UnixTime.From(now))
        .With("lease", leases.Milliseconds);

    private static NpgsqlCommand WithColumns<TRow, T>(
        this NpgsqlCommand command, Column<T>[] columns, IReadOnlyList<TRow> rows, Func<TRow, T> part)
    {
        foreach (var column in columns)
        {
            _ = column switch
            {
                { TextOf: { } text } => command.WithEachText(column.Name, rows, row => text(part(row))),
                { IsFlag: true, NumberOf: { } flag } => command.WithEach(column.Name, rows, row => flag(part(row)) == 1),
                _ => command.WithEach(column.Name, rows, row => column.NumberOf!(part(row))),
            };
        }

        return command;
    }
}
