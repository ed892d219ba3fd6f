using CxoneAssist.Application;
using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Inbox;
using MediatR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Pump;

/// <summary>
/// Works on what the inbox hands over, so many at once and no more. When it is stopped, what is in hand is finished or saved where it stands,
/// and what is still waiting for a worker is handed back.
/// </summary>
internal sealed partial class FollowUpPump(
    IFollowUpInbox inbox,
    PrefetchBuffer prefetched,
    InboxPoller poller,
    CxoneAvailability availability,
    IRequestHandler<FollowUpOnInteraction, FollowUp?> handler,
    FollowUpMetrics metrics,
    IOptions<CxoneOptions> options,
    IOptions<InboxOptions> inboxOptions,
    TimeProvider time,
    ILogger<FollowUpPump> logger) : BackgroundService
{
    // A follow-up waits for the disk as often as for CXone: while some do the one, as many others can do the other.
    private const int WorkersPerCall = 3;

    // A follow-up that waits longer than this for a permit only uses up its lease.
    private const double LongestQueueSeconds = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        prefetched.Open();
        await Task.WhenAll(poller.FetchAsync(stoppingToken), KeepWorkersAsync(stoppingToken));
        await HandBackAsync();
    }

    // As many as are of use now. A worker looks for itself whether it still is, and finishes what it began.
    private async Task KeepWorkersAsync(CancellationToken stopping)
    {
        var workers = Enumerable.Repeat(Task.CompletedTask, WorkersPerCall * options.Value.MaxConcurrency).ToArray();
        while (!stopping.IsCancellationRequested)
        {
            foreach (var worker in Enumerable.Range(0, workers.Length).TakeWhile(IsOfUse).Where(worker => workers[worker].IsCompleted))
            {
                workers[worker] = Task.Run(() => WorkAsync(worker, stopping), CancellationToken.None);
            }

            await Task.Delay(Pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(workers);
    }

    private bool IsOfUse(int worker) =>
        worker < WorkersPerCall * availability.Concurrency && !(availability.Rate is { } rate && worker > rate * LongestQueueSeconds);

    private async Task WorkAsync(int worker, CancellationToken stopping)
    {
        try
        {
            while (IsOfUse(worker))
            {
                await RunAsync(await prefetched.TakeAsync(stopping), stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped while it waited for work.
        }
    }

    private async Task RunAsync(ClaimedFollowUp claimed, CancellationToken stopping)
    {
        try
        {
            if (await RenewAsync(claimed) is { } fresh)
            {
                metrics.Report(await handler.Handle(new FollowUpOnInteraction(fresh), stopping));
            }
        }
#pragma warning disable CA1031 // A worker must outlive whatever one follow-up does to it; the row is due again when its lease ends.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Interrupted(logger, claimed.FollowUp.Interaction.InteractionId, exception.GetType().Name);
        }
        finally
        {
            availability.WorkEnded(claimed.FollowUp.Interaction.InteractionId);
            prefetched.InHand.Remove(claimed.Lease.Id);
        }
    }

    // The follow-up may have waited here for long. Even where its lease has ended, it can be
    // renewed if no other host has claimed the row since.
    private async ValueTask<ClaimedFollowUp?> RenewAsync(ClaimedFollowUp claimed)
    {
        if (claimed.Lease.EndsAt - time.GetLeaseNow() >= inboxOptions.Value.Lease / 2)
        {
            return claimed;
        }

        var renewed = await inbox.SaveAsync(claimed.Lease, claimed.FollowUp, LeaseAfter.Renew);
        return renewed is null ? null : claimed with { Lease = renewed };
    }

    private async Task HandBackAsync()
    {
        List<Task> returns = [];
        while (prefetched.TryTake(out var claimed))
        {
            returns.Add(inbox.SaveAsync(claimed.Lease, claimed.FollowUp, LeaseAfter.Release));
        }

        try
        {
            await Task.WhenAll(returns);
        }
        catch (InboxUnavailableException)
        {
            Log.NotHandedBack(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The work on interaction {InteractionId} was interrupted by {Error}; it goes on when its lease ends.")]
        public static partial void Interrupted(ILogger logger, string interactionId, string error);

        [LoggerMessage(2, LogLevel.Warning, "The inbox could not be reached to hand waiting work back; it is taken up again when its leases end.")]
        public static partial void NotHandedBack(ILogger logger);
    }
}
