using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;
using Npgsql;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>
/// Uses its machine's clock instead of the database's to find ended leases; only a number of times, or no
/// work would be finished.
/// </summary>
internal sealed class ExpiresByTheClock(IFollowUpInbox inner, string connectionString, TimeProvider time) : InboxDecorator(inner)
{
    private const int Times = 10;

    private readonly TimeProvider _clock = time is SteadyTime { Clock: var clock } ? clock : time;
    private int _taken;

    public override async Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken)
    {
        if (_taken >= Times)
        {
            return await base.ClaimAsync(max, cancellationToken);
        }

        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var ended = new NpgsqlCommand("update follow_up set next_at = 0 where state < 3 and leased and next_at <= @now", connection);
        ended.Parameters.AddWithValue("now", _clock.GetUtcNow().ToUnixTimeMilliseconds());
        _taken += await ended.ExecuteNonQueryAsync(cancellationToken) > 0 ? 1 : 0;
        return await base.ClaimAsync(max, cancellationToken);
    }
}
