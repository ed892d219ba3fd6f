using CxoneAssist.Application.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Inbox.Retention;

/// <summary>
/// Deletes the contents of what was settled long ago, every hour, a few rows at a time: webhooks
/// and claims wait for the same disk.
/// </summary>
internal sealed partial class RetentionRuns(
    IInboxRetention inbox, IOptions<InboxOptions> options, TimeProvider time, ILogger<RetentionRuns> logger) : BackgroundService
{
    /// <summary>How many rows are written at once.</summary>
    public const int Batch = 100;

    /// <summary>For how long others have the inbox to themselves after each batch.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long nothing is looked for after a run: with 90 days to keep, an hour more or less is
    /// none.
    /// </summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly PlausibleNow _now = new(inbox, time);

    /// <summary>Looks at the data before this process, whose clock may be wrong, adds to it.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _now.GetAsync(cancellationToken);
        }
#pragma warning disable CA1031 // Retention must not keep the host from starting; the first run looks, and says what is wrong.
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await RunAsync(stoppingToken);
                await Task.Delay(Interval, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is purged by the next run.
        }
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        var purged = 0;
        try
        {
            int batch;
            do
            {
                await Task.Delay(Pause, time, stopping);
                batch = await inbox.PurgeAsync(await _now.GetAsync(stopping) - options.Value.Retention, Batch, stopping);
                purged += batch;
            }
            while (batch == Batch);
        }
#pragma warning disable CA1031 // If this loop ended, contents would be kept on, and no operator would notice.
        catch (Exception error) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Failed(logger, error is InboxUnavailableException ? error.Message : error.GetType().Name);
        }

        if (purged > 0)
        {
            Log.Purged(logger, purged);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The contents of {Count} follow-up(s) were deleted: their retention time was over.")]
        public static partial void Purged(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "Contents whose retention time is over could not be deleted and are tried again in an hour: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
