using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>A connection, and what all operations need to write on it.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Leases">What leases go by.</param>
/// <param name="Prefetched">Where to put what is leased at once.</param>
/// <param name="Failures">What errors come to.</param>
/// <param name="Policies">The policies in force.</param>
/// <param name="Receiving">Is told of webhooks that cannot be stored; <c>null</c> during a rehearsal.</param>
/// <param name="Generation">Whether a newer version has taken over.</param>
/// <param name="Repetitions">Counts webhooks that came again.</param>
internal sealed record PostgreSqlSession(
    NpgsqlConnection Connection,
    LeaseClock Leases,
    PrefetchBuffer Prefetched,
    DatabaseFailures Failures,
    IFollowUpPolicies? Policies,
    ReceiveWatch? Receiving,
    Generation Generation,
    RepetitionCounts Repetitions)
{
    /// <summary>Whether everything is in one transaction that is rolled back.</summary>
    public bool IsRehearsal => Receiving is null;

    /// <summary>Sets slots aside, none where a newer version does the work; see <see cref="PrefetchBuffer.Reserve"/>.</summary>
    public int ReserveSlots(int wanted) => Generation.IsOutdated ? 0 : Prefetched.Reserve(wanted);
}
