namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// What a caller can take up before anything is known of it. A webhook is a few hundred bytes with a dozen headers; what a caller sends
/// slowly or in bulk costs memory and connections that other senders need.
/// </summary>
internal static class KestrelLimits
{
    public const string MaxConnections = "CxoneAssist:Limits:MaxConnections";

    private const int DefaultConnections = 4096;
    private const int MostConnections = 1_000_000;

    // Webhooks have a lower limit of their own; nothing that is sent here is larger.
    private const int LargestBody = 2 * 1024 * 1024;
    private const int LargestHeaders = 16 * 1024;
    private const int MostHeaders = 64;
    private const int SlowestBytesPerSecond = 240;

    private static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SlowBodyGrace = TimeSpan.FromSeconds(5);

    // Longer than load balancers keep an idle connection (60 seconds is usual): who closes first while the other sends causes lost requests.
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(130);

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var connections = Connections(builder.Configuration[MaxConnections]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = connections;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
            kestrel.Limits.RequestHeadersTimeout = HeadersTime;
            kestrel.Limits.KeepAliveTimeout = IdleTime;
            kestrel.Limits.MinRequestBodyDataRate = new(SlowestBytesPerSecond, SlowBodyGrace);
        });
    }

    private static int Connections(string? text) => text switch
    {
        null or "" => DefaultConnections,
        _ when int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) && number is > 0 and <= MostConnections => number,
        _ => throw new SettingException(FormattableString.Invariant($"{MaxConnections} must be a whole number from 1 to {MostConnections}.")),
    };
}
