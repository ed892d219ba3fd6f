using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;
using Npgsql;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>
/// Treats leased rows as due and claims them. It does so only a number of times, or no work would
/// be finished. It grants no lease itself: the tests see the claim that follows.
/// </summary>
internal sealed class StealsLeases(IFollowUpInbox inner, string connectionString) : InboxDecorator(inner)
{
    private const string Due = """
        with taken as (select id from follow_up where state < 3 and leased limit 5 for update skip locked)
        update follow_up f set next_at = 0 from taken where f.id = taken.id
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
