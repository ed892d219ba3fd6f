namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>How an inbox corrects what was written by a wrong clock.</summary>
internal interface IInboxWaits
{
    /// <summary>A receipt further ahead than this was written by a wrong clock.</summary>
    static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Makes due what waits for longer than anything is meant to.</summary>
    /// <param name="longest">The longest wait that is meant, that for a person aside.</param>
    /// <param name="max">How many at most, at least 1.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How many it found: none where none is left, but for those that another is working on.</returns>
    /// <exception cref="Application.Ports.InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<int> EndOverlongWaitsAsync(TimeSpan longest, int max, CancellationToken cancellationToken);
}
