using CxoneAssist.Host.Web.Connections;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// Limits what an unauthenticated caller can use. A webhook is a few hundred bytes with a dozen
/// headers. Slow or large requests take memory and connections that other senders need.
/// </summary>
internal static partial class KestrelLimits
{
    public const string MaxConnections = "CxoneAssist:Limits:MaxConnections";

    private const int DefaultConnections = 4096;
    private const int MostConnections = 1_000_000;

    // Webhooks have a lower limit of their own; no other request is larger.
    private const int LargestBody = 2 * 1024 * 1024;
    private const int LargestHeaders = 16 * 1024;
    private const int MostHeaders = 64;
    private const int SlowestBytesPerSecond = 240;

    private static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SlowBodyGrace = TimeSpan.FromSeconds(5);

    // Longer than load balancers keep an idle connection (usually 60 seconds): a server that closes
    // first loses the request that the balancer is sending.
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(130);

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var set = Connections(builder.Configuration[MaxConnections]);
        var connections = Math.Min(set, OpenFileLimit.Connections() ?? set);
        builder.Services.AddSingleton(new ConnectionCount(connections));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Kestrel refuses earlier and cheaper than our count, but counts each listener alone.
            kestrel.Limits.MaxConcurrentConnections = connections;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
            kestrel.Limits.RequestHeadersTimeout = HeadersTime;
            kestrel.Limits.KeepAliveTimeout = IdleTime;
            kestrel.Limits.MinRequestBodyDataRate = new(SlowestBytesPerSecond, SlowBodyGrace);
        });
    }

    /// <summary>Warns where the system allows fewer connections than are set.</summary>
    public static WebApplication ReportConnections(this WebApplication app)
    {
        var connections = Connections(app.Configuration[MaxConnections]);
        if (OpenFileLimit.Connections() is { } room && room < connections)
        {
            Log.FewFiles(app.Logger, OpenFileLimit.Read(), room, MaxConnections, connections);
        }

        return app;
    }

    private static int Connections(string? text) => text switch
    {
        null or "" => DefaultConnections,
        _ when int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number)
            && number is > 0 and <= MostConnections => number,
        _ => throw new SettingException(
            FormattableString.Invariant($"{MaxConnections} must be a whole number from 1 to {MostConnections}.")),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "This process may open {Files} files: enough for {Room} connections at once, not for the {Connections} of "
            + "{Setting}. More are closed. Raise the limit (ulimit -n, LimitNOFILE= of systemd, --ulimit nofile= of "
            + "Docker), or lower the setting.")]
        public static partial void FewFiles(ILogger logger, int? files, int room, string setting, int connections);
    }
}
