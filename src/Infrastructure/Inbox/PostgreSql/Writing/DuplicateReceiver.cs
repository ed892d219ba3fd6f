using System.Data;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Deals with interactions that are stored already. Most change nothing and are only read,
/// together; the few that do are locked one at a time, so that no host waits for two. How often
/// they came is counted in the end.
/// </summary>
internal sealed class DuplicateReceiver(PostgreSqlSession session)
{
    private readonly List<long> _repeated = [];

    public async Task WriteAsync(IReadOnlyList<PostgreSqlReceiveOperation> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        var known = await KnownAsync(group);
        foreach (var receive in group)
        {
            if (known.TryGetValue(receive.Key, out var record) && !Changes(record, receive))
            {
                receive.Complete(ReceiveResult.Duplicate);
                _repeated.Add(record.Id);
                continue;
            }

            await ChangeAsync(receive);
        }

        if (!session.IsRehearsal)
        {
            await session.Repetitions.AddAsync(session.Connection, _repeated);
        }
    }

    private async Task<Dictionary<string, FollowUpRecord>> KnownAsync(IReadOnlyList<PostgreSqlReceiveOperation> group)
    {
        await using var select = session.Connection.Command(PostgreSqlStatement.FindMany)
            .WithEachText("interaction_id", [.. group.DistinctBy(one => one.Key)], one => one.Key);
        var rows = await select.RowsAsync(row => FollowUpRow.Read(row));
        return rows.ToDictionary(row => row.FollowUp.Interaction.InteractionId, StringComparer.Ordinal);
    }

    private static bool Changes(FollowUpRecord known, PostgreSqlReceiveOperation receive) =>
        known.FollowUp.CanBeReopened || Again(known, receive).OtherAgents != known.FollowUp.OtherAgents;

    private static FollowUp Again(FollowUpRecord known, PostgreSqlReceiveOperation receive) =>
        known.PurgedAt is null ? known.FollowUp.RecordAgent(receive.Interaction.AgentId) : known.FollowUp;

    private async Task ChangeAsync(PostgreSqlReceiveOperation receive)
    {
        var slots = session.ReserveSlots(1);
        ClaimedFollowUp? leased = null;
        try
        {
            (var result, var id, leased) = await ChangeAsync(receive, slots == 1);
            if (result == ReceiveResult.Duplicate)
            {
                _repeated.Add(id);
            }

            if (result == ReceiveResult.Reopened && leased is null)
            {
                session.Prefetched.StoredWithoutSlot();
            }

            Put(ref leased, ref slots);
            receive.Complete(result);
        }
#pragma warning disable CA1031 // Whatever it was, this caller is told and the others go on.
        catch (Exception error) when (!session.IsRehearsal)
#pragma warning restore CA1031
        {
            if (DatabaseFailures.IsOutage(error))
            {
                session.Receiving?.Failed([receive], error);
            }

            receive.Fail(session.Failures.Translate(error));
        }
        finally
        {
            session.Prefetched.Cancel(slots);
        }
    }

    // The transaction of a rehearsal is not usable once a statement in it failed: neither another try nor the others go on in it.
    private Task<(ReceiveResult Result, long Id, ClaimedFollowUp? Leased)> ChangeAsync(PostgreSqlReceiveOperation receive, bool lease) =>
        session.IsRehearsal
            ? ChangeLockedAsync(receive, lease)
            : DatabaseFailures.RetryConflictAsync(session.Connection, () => ChangeInTransactionAsync(receive, lease));

    private async Task<(ReceiveResult Result, long Id, ClaimedFollowUp? Leased)> ChangeInTransactionAsync(
        PostgreSqlReceiveOperation receive, bool lease)
    {
        await using var transaction = await session.Connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        var changed = await ChangeLockedAsync(receive, lease);
        await transaction.CommitAsync();
        return changed;
    }

    private void Put(ref ClaimedFollowUp? leased, ref int slots)
    {
        if (leased is not null)
        {
            session.Prefetched.Put(leased);
            slots = 0;
        }
    }

    private async Task<(ReceiveResult Result, long Id, ClaimedFollowUp? Leased)> ChangeLockedAsync(
        PostgreSqlReceiveOperation receive, bool lease)
    {
        var known = await LockAsync(receive);
        var again = Again(known, receive);
        if (again.OtherAgents != known.FollowUp.OtherAgents)
        {
            await using var update = session.Connection.Command(PostgreSqlStatement.SetOtherAgents)
                .With("id", known.Id)
                .WithText("other_agents", again.OtherAgents!);
            await update.ExecuteNonQueryAsync();
        }

        if (!again.CanBeReopened)
        {
            return (ReceiveResult.Duplicate, known.Id, null);
        }

        var reopened = await ReopenAsync(known, again, receive, lease);
        return (ReceiveResult.Reopened, known.Id, lease ? reopened : null);
    }

    private async Task<FollowUpRecord> LockAsync(PostgreSqlReceiveOperation receive)
    {
        await using var select = session.Connection.Command(PostgreSqlStatement.FindForUpdate).WithText("interaction_id", receive.Key);
        var rows = await select.RowsAsync(row => FollowUpRow.Read(row));
        return rows.Count == 1 ? rows[0] : throw new InboxUnavailableException("The interaction was removed while it was received again.");
    }

    private async Task<ClaimedFollowUp> ReopenAsync(
        FollowUpRecord known, FollowUp again, PostgreSqlReceiveOperation receive, bool lease)
    {
        var (now, endsAt) = session.Leases.Begin();
        var followUp = again.Reopen(known.PurgedAt is null ? again.Interaction : receive.Interaction, now);
        await using var reopen = session.Connection.Command(PostgreSqlStatement.Reopen)
            .WithInteractions([followUp.Interaction], CustomerKeys.AreKept(session.Policies))
            .WithProgress([new RowProgress(known.Id, known.Token, followUp, lease)], now, session.Leases)
            .With("owner", session.Leases.Owner);
        await reopen.ExecuteNonQueryAsync();
        return new(followUp, new Lease(known.Id, known.Token + 1, endsAt));
    }
}
