using CxoneAssist.Domain;

namespace CxoneAssist.Application.Ports;

/// <summary>The inbox as operators see it.</summary>
internal interface IFollowUpRecords
{
    /// <summary>Reads one follow-up with what operators did about it; <c>null</c> where the interaction is not known.</summary>
    /// <param name="interactionId">The interaction's id.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<FollowUpRecord?> FindAsync(string interactionId, CancellationToken cancellationToken);

    /// <summary>Reads a page of follow-ups, in the order of their receipt.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="after">Where the page begins; <c>null</c> for the first one.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<FollowUpRows> ListAsync(FollowUpFilter filter, PagePosition? after, int take, CancellationToken cancellationToken);

    /// <summary>Counts follow-ups by state.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<InboxStatus> StatusAsync(CancellationToken cancellationToken);

    /// <summary>Applies what an operator decided, unless the follow-up changed since it was read or is being worked on.</summary>
    /// <param name="current">The follow-up as it was read.</param>
    /// <param name="next">What it becomes.</param>
    /// <param name="action">What is kept of it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether it was applied.</returns>
    Task<bool> AmendAsync(FollowUpRecord current, FollowUp next, OperatorAction action, CancellationToken cancellationToken);

    /// <summary>Deletes the contents of a customer's follow-ups that have ended, and keeps that with each of them.</summary>
    /// <param name="customer">The customer's id.</param>
    /// <param name="action">What is kept of it.</param>
    /// <param name="max">Of how many at most.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Of how many it was.</returns>
    Task<int> ForgetAsync(string customer, OperatorAction action, int max, CancellationToken cancellationToken);

    /// <summary>Stores something and syncs it, to show that webhooks can be stored now.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="InboxUnavailableException">They cannot.</exception>
    Task ProbeAsync(CancellationToken cancellationToken);
}

/// <summary>A page of stored follow-ups.</summary>
/// <param name="Items">The follow-ups.</param>
/// <param name="Next">
/// Where the next page begins; <c>null</c> on the last page. A page may hold fewer than were asked for, and
/// have a next one: only so many rows are looked at for one page.
/// </param>
internal sealed record FollowUpRows(IReadOnlyList<FollowUpRecord> Items, PagePosition? Next);

/// <summary>Which follow-ups to list, and in which order. What is set must all apply.</summary>
public sealed record FollowUpFilter
{
    /// <summary>Only those of this customer. Compared exactly; what retention deleted is not found.</summary>
    public string? Customer { get; init; }

    /// <summary>Only those of this agent's interactions. Compared exactly; what retention deleted is not found.</summary>
    public string? Agent { get; init; }

    /// <summary>Only the one with this task in CXone.</summary>
    public string? Task { get; init; }

    /// <summary>Only those with a webhook received at this time or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only those received before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only those that owe a task of this priority.</summary>
    public TaskPriority? Priority { get; init; }

    /// <summary>Only those whose notification ended so.</summary>
    public NotificationStatus? Notification { get; init; }

    /// <summary>Whether the newest come first. Default <c>false</c>: in the order of their receipt.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>Only those in this state; <c>null</c> for all.</summary>
    public FollowUpState? State { get; init; }

    /// <summary>Only those whose creation is unconfirmed.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>Only those that owed a task and got none because of shadow mode.</summary>
    public bool Shadowed { get; init; }

    /// <summary>Only those that the shadow policy decided otherwise.</summary>
    public bool Differing { get; init; }
}

/// <summary>A stored follow-up.</summary>
/// <param name="Id">Its row in the inbox.</param>
/// <param name="Token">Its lease token when it was read.</param>
/// <param name="Leased">Whether it was being worked on.</param>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="OperatorActions">What operators did about it, the oldest first; empty in lists.</param>
internal sealed record FollowUpRecord(long Id, long Token, bool Leased, FollowUp FollowUp, IReadOnlyList<OperatorAction> OperatorActions)
{
    /// <summary>When its contents were deleted, by retention or as an operator was asked to; <c>null</c> where they are there.</summary>
    public DateTimeOffset? PurgedAt { get; init; }

    /// <summary>When it ended; <c>null</c> while it has not.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>That its webhook came again and changed nothing; <c>null</c> where it did not, and in lists.</summary>
    public WebhookRepetitions? Repetitions { get; init; }
}

/// <summary>What an operator did about a follow-up.</summary>
/// <param name="At">When.</param>
/// <param name="Kind"><c>replay</c>, <c>confirm</c>, <c>discard</c> or <c>forget</c>.</param>
/// <param name="Note">Why, in the operator's words.</param>
public sealed record OperatorAction(DateTimeOffset At, string Kind, string Note)
{
    /// <summary>Who did it; <c>null</c> where that is not known.</summary>
    public string? Actor { get; init; }
}

/// <summary>How the inbox stands.</summary>
/// <param name="Counts">Follow-ups by state; a state without any is absent.</param>
/// <param name="Unconfirmed">How many creations are unconfirmed; they are among those in <see cref="FollowUpState.Creating"/>.</param>
/// <param name="OldestDueAt">Since when the longest waiting follow-up has been due; <c>null</c> where none waits.</param>
internal sealed record InboxStatus(IReadOnlyDictionary<FollowUpState, long> Counts, long Unconfirmed, DateTimeOffset? OldestDueAt)
{
    /// <summary>How many owed a task and got none because of shadow mode; they are among those that are <see cref="FollowUpState.Done"/>.</summary>
    public long Shadowed { get; init; }

    /// <summary>What about the inbox itself needs a person, in a sentence; <c>null</c> where nothing does.</summary>
    public string? Attention { get; init; }

    /// <summary>On how many the shadow policy decided too, of those whose contents are still kept.</summary>
    public long Compared { get; init; }

    /// <summary>How many of <see cref="Compared"/> the shadow policy decided otherwise (<see cref="RecordedDecision.DiffersFrom"/>).</summary>
    public long Differing { get; init; }
}
