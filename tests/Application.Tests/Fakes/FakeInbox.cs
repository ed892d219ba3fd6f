using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Fakes;

/// <summary>
/// An inbox in memory that honours lease tokens and keeps every checkpoint in order.
/// </summary>
internal sealed class FakeInbox(Journal journal, TimeProvider time) : IFollowUpInbox, IFollowUpRecords
{
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);

    private readonly List<Row> _rows = [];

    /// <summary>Every state that was saved under a lease, in order.</summary>
    public List<FollowUp> Checkpoints { get; } = [];

    /// <summary>How many of the next saves fail because the inbox is unavailable.</summary>
    public int AwayFor { get; set; }

    /// <summary>How many of the next saves are stored although their answers are lost.</summary>
    public int AnswersLost { get; set; }

    /// <summary>Earlier tasks of every customer.</summary>
    public List<EarlierFollowUp> Earlier { get; } = [];

    /// <summary>Tasks that are being created for every customer.</summary>
    public List<EarlierFollowUp> Pending { get; } = [];

    /// <summary>Whether the customer's lock is never free.</summary>
    public bool TurnIsTaken { get; set; }

    /// <summary>An interaction of every customer that is not decided yet.</summary>
    public string? Undecided { get; set; }

    private DateTimeOffset Now => time.GetUtcNow();

    public FollowUpRecord Read(int row = 0) => _rows[row].Record(Now);

    public void Put(FollowUp followUp) => _rows.Add(new Row(_rows.Count + 1, followUp));

    /// <summary>When a row can be claimed; <c>null</c> where it never can.</summary>
    public DateTimeOffset? ClaimableAt(int row = 0) => _rows[row] switch
    {
        { FollowUp.State: FollowUpState.Done or FollowUpState.Parked } => null,
        { FollowUp.NextAttemptAt: var next } when next == DateTimeOffset.MaxValue => null,
        { FollowUp.NextAttemptAt: var next, LeasedUntil: var until } => until > next ? until : next,
    };

    /// <summary>Releases the leases of a dead host, as the next host does.</summary>
    public void TakeOverLeases() => _rows.ForEach(row => row.LeasedUntil = null);

    public Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken)
    {
        var known = _rows.Find(row => row.FollowUp.Interaction.InteractionId == interaction.InteractionId);
        if (known is null)
        {
            Put(new FollowUp(interaction, Now));
            return Task.FromResult(ReceiveResult.Stored);
        }

        if (known.FollowUp.Outcome is not (FollowUpOutcome.NoForm or FollowUpOutcome.Unanswered))
        {
            return Task.FromResult(ReceiveResult.Duplicate);
        }

        known.FollowUp = new FollowUp(interaction, Now);
        return Task.FromResult(ReceiveResult.Reopened);
    }

    public Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ClaimedFollowUp>>(
            [.. Enumerable.Range(0, _rows.Count).Where(row => ClaimableAt(row) <= Now).Take(max).Select(row => _rows[row].Claim(Now + LeaseTime))]);

    public async Task<ClaimedFollowUp?> ClaimProbeAsync(CancellationToken cancellationToken) =>
        (await ClaimAsync(1, cancellationToken)).SingleOrDefault();

    public Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter) =>
        journal.StepAsync($"save {followUp.State}", () => Save(lease, followUp, leaseAfter));

    public Task<SuppressionResult?> SaveSuppressedAsync(Lease lease, SuppressionKey key, Func<CustomerHistory, FollowUp> next) =>
        journal.StepAsync("take turn", () =>
        {
            var followUp = next(TurnIsTaken ? CustomerHistory.Unknown : new CustomerHistory(Earlier, Pending, Undecided));
            var goesOn = followUp.State == FollowUpState.Creating;
            return Save(lease, followUp, goesOn ? LeaseAfter.Renew : LeaseAfter.Release) is { } held ? new SuppressionResult(goesOn ? held : null, followUp) : null;
        });

    public Task<FollowUpRecord?> FindAsync(string interactionId, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.Find(row => row.FollowUp.Interaction.InteractionId == interactionId)?.Record(Now));

    public Task<bool> AmendAsync(FollowUpRecord current, FollowUp next, OperatorAction action, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.Single(row => row.Id == current.Id).Amend(current, next, action, Now));

    public Task<int> ForgetAsync(string customer, OperatorAction action, int max, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<FollowUpRows> ListAsync(FollowUpFilter filter, PagePosition? after, int take, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<InboxStatus> StatusAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task ProbeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    private Lease? Save(Lease lease, FollowUp followUp, LeaseAfter leaseAfter)
    {
        if (AwayFor > 0)
        {
            AwayFor--;
            throw new InboxUnavailableException("The database is away.");
        }

        var row = _rows.Single(row => row.Id == lease.Id);
        if (row.LeasedUntil is null || row.Token != lease.Token)
        {
            return null;
        }

        Checkpoints.Add(followUp);
        (row.FollowUp, row.LeasedUntil) = (followUp, leaseAfter == LeaseAfter.Renew ? Now + LeaseTime : null);
        if (AnswersLost > 0)
        {
            AnswersLost--;
            throw new InboxUnavailableException("The connection was lost during the commit.");
        }

        return lease with { EndsAt = row.LeasedUntil ?? Now };
    }
}
