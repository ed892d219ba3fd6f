using System.Collections.Concurrent;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Flow;

/// <summary>
/// Saves progress, and does not let go of it while the database is away: an answer of CXone that is forgotten would have to be looked up, or worse,
/// could not be. Its lease may end meanwhile; what is saved in the end counts unless another run has claimed the row since.
/// </summary>
internal sealed class Checkpoint(IFollowUpInbox inbox, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<(long Row, long Token), bool> _saved = new();

    /// <param name="lease">The lease.</param>
    /// <param name="followUp">The new state.</param>
    /// <param name="keepLease">Whether the work goes on at once.</param>
    /// <param name="stopping">From then on it is tried no longer than the lease lasts.</param>
    public Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, bool keepLease, CancellationToken stopping) =>
        PersistAsync(lease, () => inbox.SettleAsync(lease, followUp, keepLease), stopping);

    /// <summary>The same for what depends on the customer's other follow-ups.</summary>
    /// <param name="lease">The lease; it is kept where the work goes on at once.</param>
    /// <param name="turn">The turn and what becomes of the follow-up in it, as of now.</param>
    /// <param name="stopping">From then on it is tried no longer than the lease lasts.</param>
    public Task<TurnTaken?> SaveInTurnAsync(
        Lease lease, Func<(CustomerTurn Turn, Func<CustomerHistory, FollowUp> Next)> turn, CancellationToken stopping) => PersistAsync(
            lease,
            () =>
            {
                var (mine, next) = turn();
                return inbox.SettleInTurnAsync(lease, mine, next);
            },
            stopping);

    /// <summary>Whether anything was saved under a lease before its work ended.</summary>
    public bool HasSaved(Lease lease) => _saved.ContainsKey((lease.Row, lease.Token));

    /// <summary>The work under a lease has ended.</summary>
    public void Forget(Lease lease) => _saved.TryRemove((lease.Row, lease.Token), out _);

    private async Task<T> PersistAsync<T>(Lease lease, Func<Task<T>> save, CancellationToken stopping)
    {
        // Whether it is or is not, once this was tried: nothing may be concluded from what was read before.
        _saved[(lease.Row, lease.Token)] = true;
        while (true)
        {
            try
            {
                return await save().ConfigureAwait(false);
            }
            catch (InboxUnavailableException) when (!stopping.IsCancellationRequested || time.GetLeaseNow() + Pause < lease.EndsAt)
            {
                await Task.Delay(Pause, time, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
