using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;
using Npgsql;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Claims without regard to the leases of others, a number of times: for ever, nothing would be finished.</summary>
internal sealed class StealsLeases(IFollowUpInbox inner, string connectionString) : InboxInFront(inner)
{
    // What "claim whatever is not done" comes to: leased rows count as due.
    private const string Due = """
        with taken as (select id from follow_up where state < 3 and leased limit 5 for update skip locked)
        update follow_up f set lease_token = lease_token + 1, checkpoint = 0 from taken where f.id = taken.id;
        update follow_up set next_at = 0, leased = false where state < 3 and leased
        """;

    private const int Times = 20;

    private int _thefts;

    public override async Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken)
    {
        if (_thefts >= Times)
        {
            return await base.ClaimAsync(max, cancellationToken);
        }

        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var steal = new NpgsqlCommand(Due, connection);
        _thefts += await steal.ExecuteNonQueryAsync(cancellationToken) > 0 ? 1 : 0;
        return await base.ClaimAsync(max, cancellationToken);
    }
}
