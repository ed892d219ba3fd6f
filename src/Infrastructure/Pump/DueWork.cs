using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Inbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Pump;

/// <summary>
/// Claims what has fallen due in the inbox: retries, late forms, what found no room when it was received, what another run left behind. It fills
/// half of the hand-over at most, so that fresh work is never stuck behind old.
/// </summary>
internal sealed partial class DueWork(
    IFollowUpInbox inbox, HandOver handOver, CxoneGate gate, IOptions<InboxOptions> options, TimeProvider time, ILogger<DueWork> logger)
{
    public async Task FetchAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                if (!await FetchBatchAsync(await AdmissionAsync(stopping), stopping))
                {
                    await Task.Delay(options.Value.PollInterval, time, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            handOver.Close();
        }
    }

    /// <summary>While CXone takes no calls nothing is claimed, not even what is just being received, but for a probe.</summary>
    private async ValueTask<GateAdmission> AdmissionAsync(CancellationToken stopping)
    {
        if (gate.IsOpen)
        {
            handOver.Open();
            return GateAdmission.Open;
        }

        handOver.Close();
        var admitted = await gate.WaitUntilOpenOrProbeAsync(stopping);
        if (admitted == GateAdmission.Open)
        {
            handOver.Open();
        }

        return admitted;
    }

    /// <returns>Whether more is likely to be due.</returns>
    private async Task<bool> FetchBatchAsync(GateAdmission admitted, CancellationToken stopping)
    {
        var half = options.Value.HandOverCapacity / 2;
        await handOver.WaitForRoomAsync(half + 1, stopping);
        var room = admitted == GateAdmission.Probe ? ReserveForProbe() : handOver.Reserve(half, leaving: half);
        var claimed = admitted == GateAdmission.Probe ? await ClaimProbeAsync(room, stopping) : await ClaimAsync(room, stopping);
        handOver.Cancel(room - claimed.Count);
        foreach (var item in claimed)
        {
            handOver.Put(item);
        }

        return admitted == GateAdmission.Open && room > 0 && claimed.Count == room;
    }

    private int ReserveForProbe()
    {
        handOver.Open();
        var room = handOver.Reserve(1);
        handOver.Close();
        return room;
    }

    // What was turned away falls due a moment after the probe does: a probe that nothing is due for yet is kept, not wasted.
    private async Task<IReadOnlyList<ClaimedFollowUp>> ClaimProbeAsync(int room, CancellationToken stopping)
    {
        var claimed = await ClaimAsync(room, stopping);
        while (room > 0 && claimed.Count == 0 && !gate.IsOpen)
        {
            await Task.Delay(options.Value.PollInterval, time, stopping);
            claimed = await ClaimAsync(room, stopping);
        }

        return claimed;
    }

    private async Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int room, CancellationToken stopping)
    {
        try
        {
            return room == 0 ? [] : await inbox.ClaimAsync(room, stopping);
        }
        catch (InboxUnavailableException exception)
        {
            Log.Unavailable(logger, exception.Message);
            return [];
        }
#pragma warning disable CA1031 // If this loop ended, retries and late forms would never be worked on again, and nobody would notice.
        catch (Exception exception) when (exception is not OperationCanceledException || !stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Unavailable(logger, exception.GetType().Name);
            return [];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Due work cannot be claimed: {Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);
    }
}
