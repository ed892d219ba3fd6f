using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.AspNetCore.Webhooks;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.AspNetCore.Health;

/// <summary>
/// Checks the readiness of the service, at most once a second however many callers ask.
/// </summary>
internal sealed partial class ReadinessProbe(
    IFollowUpRecords records,
    WebhookKeys keys,
    TimeProvider clock,
    ILogger<ReadinessProbe> logger,
    ICxoneConnectionStatus? connection = null,
    IFollowUpPolicies? policies = null,
    FollowUpOptions? options = null,
    IEnumerable<IReadinessRemark>? remarks = null)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task<ReadinessReport>? _latest;
    private long _takenAt;
    private ReadinessStatus _logged;
    private Task _storing = Task.CompletedTask;
    private Task<InboxStatus>? _counting;

    public Task<ReadinessReport> ReportAsync()
    {
        lock (_gate)
        {
            var usable = _latest is { IsCompleted: false }
                || (_latest is not null && clock.GetElapsedTime(Volatile.Read(ref _takenAt)) < Freshness);
            return usable ? _latest! : _latest = TakeAsync();
        }
    }

    private async Task<ReadinessReport> TakeAsync()
    {
        var cxone = connection?.Report();
        var decider = new Decider(options?.Mode ?? FollowUpMode.Live, policies);
        var report = await ProbeAsync() is { } failure
            ? Readiness.Unhealthy(failure, cxone, decider)
            : Readiness.Judge(await CountAsync(), cxone, keys.Error, decider, clock.GetUtcNow(), Remarks());
        LogChange(report);
        Volatile.Write(ref _takenAt, clock.GetTimestamp());
        return report;
    }

    private IEnumerable<string> Remarks() =>
        (remarks ?? []).Select(remark => remark.Text).Append(clock.RecentStep()).OfType<string>();

    // A probe that hangs in spite of its token is awaited again; no second one starts next to it.
    // Otherwise probes would pile up at a stuck inbox.
    private async Task<string?> ProbeAsync()
    {
        _storing = _storing.IsCompleted ? Task.Run(StoreAsync) : _storing;
        try
        {
            await _storing.WaitAsync(Patience, clock);
            return null;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            return FormattableString.Invariant(
                $"Webhooks cannot be stored: the inbox gave no answer within {Patience.TotalSeconds} seconds.");
        }
        catch (InboxUnavailableException unavailable)
        {
            return "Webhooks cannot be stored: " + (unavailable.Attention ?? "the inbox is unavailable.");
        }
        catch (Exception exception)
        {
            Log.Failed(logger, exception);
            return "Webhooks cannot be stored: the inbox failed unexpectedly, see the log.";
        }
    }

    private async Task<InboxStatus?> CountAsync()
    {
        _counting = _counting is { IsCompleted: false } ? _counting : Task.Run(StatusAsync);
        try
        {
            return await _counting.WaitAsync(Patience, clock);
        }
        catch (Exception exception)
            when (exception is TimeoutException or OperationCanceledException or InboxUnavailableException)
        {
            return null;
        }
        catch (Exception exception)
        {
            Log.Failed(logger, exception);
            return null;
        }
    }

    private async Task StoreAsync()
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        await records.ProbeAsync(patience.Token);
    }

    private async Task<InboxStatus> StatusAsync()
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        return await records.StatusAsync(patience.Token);
    }

    private void LogChange(ReadinessReport report)
    {
        if (report.Status == _logged)
        {
            return;
        }

        _logged = report.Status;
        if (report.Status == ReadinessStatus.Healthy)
        {
            Log.Healthy(logger);
        }
        else
        {
            Log.NotHealthy(logger, report.Status, string.Join(' ', report.Attention));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Information, "CxoneAssist is healthy again.")]
        public static partial void Healthy(ILogger logger);

        [LoggerMessage(11, LogLevel.Warning, "CxoneAssist is {Status}: {Attention}")]
        public static partial void NotHealthy(ILogger logger, ReadinessStatus status, string attention);

        [LoggerMessage(12, LogLevel.Error, "The inbox failed unexpectedly during a health check.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
