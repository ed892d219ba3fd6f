using System.Diagnostics.Metrics;
using CxoneAssist.Infrastructure;
using CxoneAssist.Host.Web.Startup;

namespace CxoneAssist.Host.Web.Connections;

/// <summary>
/// Counts the connections that the host refuses or closes before their first request, and logs
/// their number at most once a minute: Kestrel writes a line for each one, which fills a disk.
/// </summary>
internal sealed partial class ClosedConnections : IHostedService, IDisposable
{
    private const string Refusals = "kestrel.rejected_connections";

    private readonly MeterListener _listener = new();
    private readonly IMeterFactory _meters;
    private readonly Counter<long> _closed;
    private readonly PacedCount _refused;
    private readonly PacedCount _silent;

    public ClosedConnections(IMeterFactory meters, TimeProvider time, ILogger<ClosedConnections> logger)
    {
        _meters = meters;
        _closed = meters.Create("CxoneAssist.Host").CreateCounter<long>(
            "cxone_assist.host.closed_connections", "{connection}", "Connections refused or closed, by cause.");
        _refused = new(time, count => Log.Refused(logger, count));
        _silent = new(time, count => Log.Silent(logger, count, FirstRequest.Whole.TotalSeconds));
    }

    /// <summary>A connection beyond a limit was closed.</summary>
    public void Refused()
    {
        _closed.Add(1, new KeyValuePair<string, object?>("cause", "limit"));
        _refused.Add();
    }

    /// <summary>A connection was closed, because no request came.</summary>
    public void Silent()
    {
        _closed.Add(1, new KeyValuePair<string, object?>("cause", "no_request"));
        _silent.Add();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Other hosts in this process have meters of the same name.
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == Refusals && ReferenceEquals(instrument.Meter.Scope, _meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, _, _) => Refused());
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _listener.Dispose();
        _refused.Dispose();
        _silent.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Refused {Count} connection(s), because as many were open as " + KestrelLimits.MaxConnections
                + " allows. Logged at most once a minute.")]
        public static partial void Refused(ILogger logger, long count);

        [LoggerMessage(2, LogLevel.Information,
            "Closed {Count} connection(s) that sent no request in time ({Seconds} seconds at most). Logged at most once a minute.")]
        public static partial void Silent(ILogger logger, long count, double seconds);
    }
}
