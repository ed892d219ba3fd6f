using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.FollowUps;

/// <summary>
/// One run of the work on a claimed follow-up: its lease, its clock, its calls and its saves. It does not let go of
/// progress while the database is away, because an answer of CXone that is forgotten has to be looked up, or cannot be.
/// The lease may end meanwhile; what is saved in the end counts unless another run has claimed the row since.
/// </summary>
internal sealed class FollowUpRun(
    ClaimedFollowUp claim, IFollowUpInbox inbox, IPartFailures failures, TimeProvider time, Random random, CancellationToken stopping)
{
    private static readonly TimeSpan SavePause = TimeSpan.FromMilliseconds(250);

    public Lease Lease { get; private set; } = claim.Lease;

    private string InteractionId { get; } = claim.FollowUp.Interaction.InteractionId;

    /// <summary>
    /// Whether a save was attempted. From then on the stored state is not known for sure, so an exception must not be
    /// counted as an attempt.
    /// </summary>
    public bool SaveWasAttempted { get; private set; }

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>From 0 to below 1; spreads retries.</summary>
    public double Jitter => random.NextDouble();

    /// <summary>Calls a port. Whatever it throws becomes a failure of this one follow-up, whose state must be saved.</summary>
    public async Task<T> CallAsync<T>(PartMember member, Func<CancellationToken, Task<T>> call, Func<CallFailure, T> failed)
    {
        try
        {
            return await call(stopping);
        }
        catch (OperationCanceledException cancelled) when (IsStop(cancelled))
        {
            // Ports are cancelled only before a call goes out, so a cancelled call was not executed.
            return failed(new CallFailure(FailureKind.Unavailable, "Stopped before the call was made.", Now));
        }
#pragma warning disable CA1031 // An exception that ended in no saved state could repeat a call, or hold the row at every claim.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return failed(Threw(member, exception, FailureKind.Unknown));
        }
    }

    /// <summary>Saves a state and renews the lease, because the work goes on. False: the lease was lost.</summary>
    public async Task<bool> SaveAsync(FollowUp followUp)
    {
        var renewed = await PersistAsync(() => inbox.SaveAsync(Lease, followUp, LeaseAfter.Renew));
        Lease = renewed ?? Lease;
        return renewed is not null;
    }

    /// <summary>Saves the state the run ends in and releases the lease. False: the lease was lost.</summary>
    public async Task<bool> SaveAndReleaseAsync(FollowUp followUp) =>
        await PersistAsync(() => inbox.SaveAsync(Lease, followUp, LeaseAfter.Release)) is not null;

    /// <summary>
    /// Saves what becomes of a follow-up in view of its customer's others; one that is then creating keeps its lease.
    /// <c>null</c>: the lease was lost.
    /// </summary>
    /// <param name="check">The customer and what becomes of the follow-up. Asked again for each try: an outage may lie between two.</param>
    public async Task<FollowUp?> SaveSuppressedAsync(Func<(SuppressionKey Key, Func<CustomerHistory, FollowUp> Next)> check)
    {
        var taken = await PersistAsync(() =>
        {
            var (key, next) = check();
            return inbox.SaveSuppressedAsync(Lease, key, next);
        });
        Lease = taken?.Lease ?? Lease;
        return taken?.FollowUp;
    }

    /// <summary>What a part's exception means for this follow-up. Its message may hold a customer's data, so the reason has its type alone.</summary>
    public CallFailure Threw(PartMember member, Exception exception, FailureKind kind)
    {
        failures.Report(member, InteractionId, exception);
        return new(kind, $"{member} threw {exception.GetType().Name}.");
    }

    /// <summary>The same for an exception that no part threw.</summary>
    public CallFailure Unexpected(Exception exception)
    {
        failures.ReportDefect(InteractionId, exception);
        return new(FailureKind.Unknown, $"Unexpected {exception.GetType().Name}.");
    }

    // The time-out of an HttpClient is a cancellation too, with another token. Its call may have been executed.
    private bool IsStop(OperationCanceledException cancelled) =>
        stopping.IsCancellationRequested && cancelled.CancellationToken == stopping;

    private async Task<T> PersistAsync<T>(Func<Task<T>> save)
    {
        SaveWasAttempted = true;
        while (true)
        {
            try
            {
                return await save();
            }
            catch (InboxUnavailableException) when (!stopping.IsCancellationRequested || time.GetLeaseNow() + SavePause < Lease.EndsAt)
            {
                await Task.Delay(SavePause, time, CancellationToken.None);
            }
        }
    }
}
