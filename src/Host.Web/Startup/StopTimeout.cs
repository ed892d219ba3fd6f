using CxoneAssist.Infrastructure.Settings;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// How long the host may take to stop. Docker kills a container ten seconds after it has asked it
/// to stop; .NET allows thirty, which a database that does not answer uses up.
/// </summary>
internal static partial class StopTimeout
{
    public const string Setting = "CxoneAssist:StopTimeout";

    /// <summary>The environment name.</summary>
    public const string ShortName = "CXONE_STOP_TIMEOUT";

    // For what .NET closes after the services have stopped.
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Default = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static void AddStopTimeout(this WebApplicationBuilder builder)
    {
        var timeout = Read(builder.Configuration[Setting]);
        if (timeout is not null || builder.Configuration["shutdownTimeoutSeconds"] is null)
        {
            builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = timeout ?? Default);
        }
    }

    /// <summary>
    /// Ends the process if it has not ended by itself after its time: closing a connection can hang
    /// too. What is in hand is taken up again when its lease ends.
    /// </summary>
    /// <returns>Ends the watch.</returns>
    public static IDisposable Enforce(WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StopTimeout));
        var limit = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<HostOptions>>().Value.ShutdownTimeout;
        var providers = app.Services.GetServices<ILoggerProvider>().ToArray();
        var timer = TimeProvider.System.CreateTimer(
            _ => End(providers, logger, limit), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        app.Lifetime.ApplicationStopping.Register(() => timer.Change(limit + Closing, Timeout.InfiniteTimeSpan));
        return timer;
    }

    private static void End(ILoggerProvider[] providers, ILogger logger, TimeSpan limit)
    {
        Log.Ended(logger, limit.TotalSeconds);

        // They write from a queue, which the process would not wait for. One that hangs or fails holds up no end.
        Task.Run(() => Array.ForEach(providers, provider => provider.Dispose()))
            .ContinueWith(static _ => { }, TaskScheduler.Default)
            .Wait(Closing);
        Environment.Exit(0);
    }

    private static TimeSpan? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!SettingDuration.TryParse(text, out var timeout))
        {
            throw new SettingException(SettingDuration.Fault($"{Setting} ({ShortName})", text));
        }

        return timeout >= Shortest && timeout <= Longest
            ? timeout
            : throw new SettingException($"{Setting} ({ShortName}) must be from 1s to 10m.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Not everything had stopped after {Seconds} seconds. What was in hand is taken up when its lease ends.")]
        public static partial void Ended(ILogger logger, double seconds);
    }
}
