using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Knows whether webhooks can be stored. Once some could not be, only storing just these shows that it is over: others
/// may take another way through the tables.
/// </summary>
internal sealed class ReceiveWatch(DatabaseFailures failures, Func<NpgsqlConnection, PostgreSqlSession> session, TimeProvider clock, ILogger logger)
    : ILaneWatch<PostgreSqlReceiveOperation>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly LaneOutage _outage = new(logger, "Webhooks", SqlStates.Explain);
    private IReadOnlyList<CompletedInteraction>? _failed;
    private long _triedAt;

    public void Failed(IReadOnlyList<PostgreSqlReceiveOperation> group, Exception error)
    {
        Volatile.Write(ref _failed, [.. group.Select(receive => receive.Interaction)]);
        _outage.Begin(error);
    }

    public async Task StoredAsync()
    {
        var last = Volatile.Read(ref _triedAt);
        if (Volatile.Read(ref _failed) is null || (last != 0 && clock.GetElapsedTime(last) < Pause)
            || Interlocked.CompareExchange(ref _triedAt, clock.GetTimestamp(), last) != last)
        {
            return; // Of several lanes that come here at once, one tries.
        }

        try
        {
            await RehearseAsync(CancellationToken.None);
        }
#pragma warning disable CA1031 // Then it is not over.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Stores what could not be stored, and takes it back: the sender will repeat it.</summary>
    /// <exception cref="InboxUnavailableException">It still cannot be stored.</exception>
    public async Task RehearseAsync(CancellationToken cancellationToken)
    {
        var failed = Volatile.Read(ref _failed);
        try
        {
            await RehearseAsync(failed ?? [], cancellationToken);
        }
        catch (InboxUnavailableException busy)
            when (failed is null && busy.InnerException is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
        {
            // That another transaction holds a lock proves nothing: it begins no outage, and ends none.
        }

        if (failed is not null && Interlocked.CompareExchange(ref _failed, null, failed) == failed)
        {
            _outage.End();
        }
    }

    // What the database rejects for its content says nothing of the others.
    private async Task RehearseAsync(IReadOnlyList<CompletedInteraction> interactions, CancellationToken cancellationToken)
    {
        try
        {
            await failures.RunAsync(connection => PostgreSqlReceiveOperation.RehearseAsync(session(connection), interactions), cancellationToken);
        }
        catch (PostgresException rejected) when (DatabaseFailures.IsOwnFault(rejected))
        {
            foreach (var interaction in interactions.Count > 1 ? interactions : [])
            {
                await RehearseAsync([interaction], cancellationToken);
            }
        }
    }
}
