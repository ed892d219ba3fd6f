using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Flow;

/// <summary>
/// Saves progress, and does not let go of it while the lease lasts: an answer of CXone that is forgotten because the database was away for a
/// moment would have to be looked up, or worse, could not be.
/// </summary>
internal sealed class Checkpoint(IFollowUpInbox inbox, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, bool keepLease)
    {
        while (true)
        {
            try
            {
                return await inbox.SettleAsync(lease, followUp, keepLease).ConfigureAwait(false);
            }
            catch (InboxUnavailableException) when (time.GetUtcNow() + Pause < lease.EndsAt)
            {
                await Task.Delay(Pause, time, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
