using CxoneAssist.Application;
using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Startup;

/// <summary>
/// Looks at the machine's clock every second, so that a step is seen while nothing else asks, and logs it once. At the
/// start and after each step that lasted, follow-ups whose waits a wrong clock made too long are made due.
/// </summary>
internal sealed partial class ClockWatch(
    TimeProvider time, IInboxWaits inbox, FollowUpOptions options, ILogger<ClockWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // Of the waits that no setting can lengthen, the longest is twelve hours.
    private static readonly TimeSpan LongestFixedWait = TimeSpan.FromHours(13);

    private const int Batch = 500;

    private static readonly TimeSpan AfterAnError = TimeSpan.FromMinutes(1);

    private ClockStep? _seen;
    private bool _mayWaitTooLong = true;
    private long? _failedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Look();
                if (_mayWaitTooLong && !(_failedAt is { } at && time.GetElapsedTime(at) < AfterAnError))
                {
                    await EndWaitsAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    // A form that does not come is waited for until the grace period ends.
    private TimeSpan LongestWait =>
        options.FormGracePeriod > LongestFixedWait ? options.FormGracePeriod : LongestFixedWait;

    private void Look()
    {
        time.GetUtcNow();
        if (time is not SteadyTime { LastStep: { } step } || step == _seen)
        {
            return;
        }

        if (step.SeenAt != _seen?.SeenAt)
        {
            Log.Stepped(logger, step.Remark);
        }

        _mayWaitTooLong |= !step.Pending;
        _seen = step;
    }

    // A batch a second, so that webhooks need not wait for all of them.
    private async Task EndWaitsAsync(CancellationToken stopping)
    {
        try
        {
            var ended = await inbox.EndOverlongWaitsAsync(LongestWait, Batch, stopping);
            _failedAt = null;

            // Of a full batch more are left, and of a smaller one those that another was working on.
            _mayWaitTooLong = ended > 0;
            if (ended > 0)
            {
                Log.Ended(logger, ended);
            }
        }
        catch (InboxUnavailableException)
        {
            // Tried again in a second.
        }
#pragma warning disable CA1031 // Otherwise the whole host would stop.
        catch (Exception error) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (_failedAt is null)
            {
                Log.NotEnded(logger, error.GetType().Name);
            }

            _failedAt = time.GetTimestamp();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Remark}")]
        public static partial void Stepped(ILogger logger, string remark);

        [LoggerMessage(2, LogLevel.Warning, "{Count} follow-up(s) were to wait for longer than is ever meant, because a clock was wrong: they are due now.")]
        public static partial void Ended(ILogger logger, int count);

        [LoggerMessage(3, LogLevel.Error, "Follow-ups whose waits a wrong clock made too long cannot be made due ({Error}). It is tried again every minute.")]
        public static partial void NotEnded(ILogger logger, string error);
    }
}
