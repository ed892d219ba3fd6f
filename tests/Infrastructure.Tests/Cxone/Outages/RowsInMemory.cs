using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Outages;

/// <summary>An inbox in memory with a single user that works on one row at a time.</summary>
internal sealed class RowsInMemory(TimeProvider time) : IFollowUpInbox
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    public List<FollowUp> Rows { get; } = [];

    /// <summary>When a row falls due next; <c>null</c> where none does.</summary>
    public DateTimeOffset? NextAttemptAt => Open.Select(row => (DateTimeOffset?)Rows[row].NextAttemptAt).Min();

    private IEnumerable<int> Open => Enumerable.Range(0, Rows.Count)
        .Where(row => Rows[row] is { State: not (FollowUpState.Done or FollowUpState.Parked) } open && open.NextAttemptAt < DateTimeOffset.MaxValue);

    public Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken)
    {
        Rows.Add(new FollowUp(interaction, time.GetUtcNow()));
        return Task.FromResult(ReceiveResult.Stored);
    }

    public Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ClaimedFollowUp>>(
            [.. Open.OrderBy(row => Rows[row].NextAttemptAt).Take(max).Select(Claim)]);

    public Task<ClaimedFollowUp?> ClaimProbeAsync(CancellationToken cancellationToken) => Task.FromResult<ClaimedFollowUp?>(
        Open.Where(row => Rows[row].NextAttemptAt <= time.GetUtcNow())
            .OrderBy(row => Rows[row].Reason is not null).ThenBy(row => Rows[row].NextAttemptAt)
            .Select(Claim).FirstOrDefault());

    private ClaimedFollowUp Claim(int row) => new(Rows[row], new Lease(row, 1, time.GetUtcNow() + Lease));

    public Task<SuppressionResult?> SaveSuppressedAsync(Lease lease, SuppressionKey key, Func<CustomerHistory, FollowUp> next) =>
        throw new NotSupportedException();

    public Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter)
    {
        Rows[(int)lease.Id] = followUp;
        return Task.FromResult<Lease?>(lease with { EndsAt = time.GetUtcNow() + Lease });
    }
}
