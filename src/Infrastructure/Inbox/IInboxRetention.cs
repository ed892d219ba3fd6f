namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>How an inbox deletes what customers said once its retention time is over.</summary>
internal interface IInboxRetention
{
    /// <summary>When the last follow-up was settled of those whose contents are kept, by the clock of this process; <c>null</c> without any.</summary>
    /// <exception cref="Application.Ports.InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<DateTimeOffset?> LastSettledAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the contents of follow-ups settled before a time: everything but their key, state,
    /// outcome, notification status, times, task id, and the kind and time of each operator's action.
    /// Those that wait for a person are left alone, and so is work under way.
    /// </summary>
    /// <param name="settledBefore">
    /// The time, by the clock of this process; an inbox that goes by another one takes the
    /// difference into account.
    /// </param>
    /// <param name="max">How many at most, the longest settled first.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="Application.Ports.InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<int> PurgeAsync(DateTimeOffset settledBefore, int max, CancellationToken cancellationToken);
}
