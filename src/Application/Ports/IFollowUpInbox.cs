using CxoneAssist.Domain;

namespace CxoneAssist.Application.Ports;

/// <summary>The durable inbox that the work is driven from. What a call returns is committed and synced to disk.</summary>
internal interface IFollowUpInbox
{
    /// <summary>Stores an interaction, once: the same one again changes nothing, unless it had ended without a form or unanswered and is opened again.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="cancellationToken">Gives up waiting; the interaction may have been stored all the same.</param>
    /// <exception cref="InboxUnavailableException">It could not be stored now.</exception>
    Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken);

    /// <summary>Leases follow-ups that are due to the caller, the longest due first.</summary>
    /// <param name="max">How many at most.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken);

    /// <summary>
    /// Leases one follow-up that is due to the caller, to see whether CXone takes calls: rather one that has not failed yet,
    /// and of those any, so that no order of arrival hides a good one behind many bad ones.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The follow-up; <c>null</c> where none is due.</returns>
    /// <exception cref="InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<ClaimedFollowUp?> ClaimProbeAsync(CancellationToken cancellationToken);

    /// <summary>Saves how far the work got, and renews or releases the lease.</summary>
    /// <param name="lease">The lease held.</param>
    /// <param name="followUp">The new state, <see cref="FollowUp.NextAttemptAt"/> included.</param>
    /// <param name="leaseAfter">What becomes of the lease in the same commit.</param>
    /// <returns>The lease as it now stands, or <c>null</c> where it was lost: then nothing was changed.</returns>
    /// <exception cref="InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter);

    /// <summary>
    /// Saves what becomes of a follow-up in view of its customer's others. Between the look at those and the commit no other of the same customer,
    /// policy and field takes its turn, at whatever host; where that cannot be had soon, what becomes of it is saved in view of
    /// <see cref="CustomerHistory.Unknown"/>. One that is then <see cref="FollowUpState.Creating"/> keeps its lease and is held against later ones;
    /// any other gives its lease up in the same commit.
    /// </summary>
    /// <param name="lease">The lease held.</param>
    /// <param name="key">The customer and the question.</param>
    /// <param name="next">The new state, in view of the others. Pure: it may be asked more than once.</param>
    /// <returns>What was saved, or <c>null</c> where the lease was lost: then nothing was changed.</returns>
    /// <exception cref="InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<SuppressionResult?> SaveSuppressedAsync(Lease lease, SuppressionKey key, Func<CustomerHistory, FollowUp> next);
}

/// <summary>What became of a webhook.</summary>
public enum ReceiveResult
{
    /// <summary>Stored for the first time.</summary>
    Stored,

    /// <summary>The interaction was known already.</summary>
    Duplicate,

    /// <summary>The interaction had ended without a form or unanswered, and is open again.</summary>
    Reopened,
}

/// <summary>What becomes of a lease when its follow-up is saved.</summary>
internal enum LeaseAfter
{
    /// <summary>The work goes on at once: the lease starts anew.</summary>
    Renew,

    /// <summary>The work is over for now: the lease is given up.</summary>
    Release,
}

/// <summary>The right to work on a follow-up, until it ends or is renewed. A stale one can change nothing.</summary>
/// <param name="Id">The row in the inbox.</param>
/// <param name="Token">Grows with every claim of the row.</param>
/// <param name="EndsAt">
/// When it ends, never later than the inbox sees it end: by the clock of this process, as it went on from the moment the lease was asked for.
/// To set that clock back makes no lease longer.
/// </param>
internal sealed record Lease(long Id, long Token, DateTimeOffset EndsAt);

/// <summary>A follow-up and the lease on it.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="Lease">The lease.</param>
internal sealed record ClaimedFollowUp(FollowUp FollowUp, Lease Lease);

/// <summary>The inbox cannot store or read now: a full disk, a database that is away. Trying again later is right.</summary>
public sealed class InboxUnavailableException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public InboxUnavailableException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What happened, in a sentence.</param>
    public InboxUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What happened, in a sentence.</param>
    /// <param name="innerException">The database's own error.</param>
    public InboxUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// What readiness shows of it: what is wrong and what to do, with nothing of a customer's; <c>null</c> where the
    /// message is not for everyone who can ask.
    /// </summary>
    internal string? Attention { get; init; }
}
