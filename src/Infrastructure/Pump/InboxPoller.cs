using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Inbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Pump;

/// <summary>
/// Claims what has fallen due in the inbox: retries, late forms, what found no room when it was received, what another run left behind. Never
/// more than CXone's rate lets it work on while the leases are fresh.
/// </summary>
internal sealed partial class InboxPoller(
    IFollowUpInbox inbox, PrefetchBuffer prefetched, CxoneAvailability availability, IOptions<InboxOptions> options, TimeProvider time, ILogger<InboxPoller> logger)
{
    // A follow-up takes about three calls, and a quarter of its lease is time enough to wait here.
    private const double CallsInAQuarter = 12;

    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly int _halfOfDueRoom = Math.Max(1, options.Value.PrefetchCount / 4);
    private bool _away;
    private bool _reported;

    public async Task FetchAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var turnedAway = _away ? Never : prefetched.TurnedAway();
                if (!await FetchBatchAsync(await AdmissionAsync(stopping), stopping))
                {
                    await WaitAsync(turnedAway, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            prefetched.Close();
        }
    }

    /// <summary>While CXone takes no calls nothing is claimed, not even what is just being received, but for a probe.</summary>
    private async ValueTask<Admission> AdmissionAsync(CancellationToken stopping)
    {
        if (availability.TakesCalls)
        {
            prefetched.Open();
            return Admission.All;
        }

        prefetched.Close();
        var admitted = await availability.WaitAsync(stopping);
        if (admitted == Admission.All)
        {
            prefetched.Open();
        }

        return admitted;
    }

    // What was stored without room in the prefetch buffer is due at once, and workers may be idle by the time of the next poll.
    private async Task WaitAsync(Task turnedAway, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(Task.Delay(options.Value.PollInterval, time, over.Token), turnedAway);
        await over.CancelAsync();
        stopping.ThrowIfCancellationRequested();
    }

    /// <returns>Whether more is likely to be due.</returns>
    private async Task<bool> FetchBatchAsync(Admission admitted, CancellationToken stopping)
    {
        var batch = LimitToRate();
        await prefetched.WaitForDueRoomAsync(batch, stopping);
        var room = prefetched.ReserveDue(admitted == Admission.OneProbe ? 1 : batch);
        var claimed = await (admitted == Admission.OneProbe ? ClaimProbeAsync(room, stopping) : ClaimAsync(room, stopping));
        prefetched.CancelDue(room - claimed.Count);
        foreach (var item in claimed)
        {
            prefetched.PutDue(item);
        }

        return room > 0 && (admitted == Admission.OneProbe || claimed.Count == room);
    }

    // Half of the room at a time: the next portion is claimed while the last is worked on.
    private int LimitToRate()
    {
        var each = availability.Rate is { } rate ? (int)Math.Clamp(rate * options.Value.Lease.TotalSeconds / CallsInAQuarter, 2, int.MaxValue) : int.MaxValue;
        prefetched.Limit(each);
        return Math.Min(_halfOfDueRoom, each / 2);
    }

    // What was turned away falls due a moment after the probe does: a probe that nothing is due for yet is kept, not wasted.
    private async Task<IReadOnlyList<ClaimedFollowUp>> ClaimProbeAsync(int room, CancellationToken stopping)
    {
        var claimed = await ClaimAsync(room, stopping, asProbe: true);
        while (room > 0 && claimed.Count == 0 && !availability.TakesCalls)
        {
            await Task.Delay(options.Value.PollInterval, time, stopping);
            claimed = await ClaimAsync(room, stopping, asProbe: true);
        }

        availability.GiveProbe(claimed is [var probe] ? probe.FollowUp.Interaction.InteractionId : null);
        return claimed;
    }

    private async Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int room, CancellationToken stopping, bool asProbe = false)
    {
        try
        {
            // Once the database is back, runs that hold an answer of CXone save it first: a new
            // claim of their row would make that answer void.
            var claimed = room == 0 ? [] : asProbe && !_away
                ? await inbox.ClaimProbeAsync(stopping) is { } probe ? [probe] : []
                : await inbox.ClaimAsync(_away ? 0 : room, stopping);
            if (room > 0 && !_away && _reported)
            {
                _reported = false;
                Log.Available(logger);
            }

            _away = false;
            return claimed;
        }
        catch (InboxUnavailableException exception)
        {
            _away = true;
            Report(exception.Message);
            return [];
        }
#pragma warning disable CA1031 // If this loop ended, retries and late forms would never be worked on again, without any sign of it.
        catch (Exception exception) when (exception is not OperationCanceledException || !stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Report(exception.GetType().Name);
            return [];
        }
    }

    // Once an outage: it is tried again at every poll.
    private void Report(string reason)
    {
        if (!_reported)
        {
            _reported = true;
            Log.Unavailable(logger, reason);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Due work cannot be claimed: {Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Information, "Due work can be claimed again.")]
        public static partial void Available(ILogger logger);
    }
}
