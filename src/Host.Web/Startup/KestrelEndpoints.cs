using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CxoneAssist.Host.Web.Connections;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// Decides where the host listens. Kestrel:Endpoints comes first (only there can certificates be
/// set), then PORT with the bind address, then the urls and ports of ASP.NET Core, else port 3000.
/// </summary>
internal static class KestrelEndpoints
{
    public const string Port = "PORT";

    /// <summary>The port for the health endpoints alone.</summary>
    public const string HealthPortSetting = "CxoneAssist:HealthPort";

    private const string Endpoints = "Kestrel:Endpoints";
    private const int DefaultPort = 3000;
    private const string Everywhere = "*";

    private static readonly string[] SettingsOfDotNet = ["urls", "http_ports", "https_ports"];

    public static void AddListening(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var health = HealthUrl(configuration);
        if (health is { } of)
        {
            builder.Services.AddSingleton(new HealthPort(of.Port));
        }

        if (configuration.GetSection(Endpoints).Exists())
        {
            if (health is { } further)
            {
                configuration[$"{Endpoints}:CxoneHealth:Url"] = further.Url;
            }
        }
        else if (Url(configuration) is { } url)
        {
            builder.WebHost.UseUrls(health is null ? [url] : [url, health.Value.Url]);
        }
        else if (health is { } added)
        {
            builder.WebHost.UseUrls([.. UrlsOfDotNet(configuration), added.Url]);
        }
    }

    // PORT is the name that users of this product know; ASP.NET Core's own settings count only
    // where neither PORT nor an address is set.
    private static string? Url(ConfigurationManager configuration)
    {
        var (port, address) = (configuration[Port], configuration[Settings.Bind]);
        if (string.IsNullOrWhiteSpace(port) && string.IsNullOrWhiteSpace(address)
            && SettingsOfDotNet.Any(name => !string.IsNullOrWhiteSpace(configuration[name])))
        {
            return null;
        }

        return Url(address, PortNumber(Port, port, 0) ?? DefaultPort);
    }

    private static string Url(string? address, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"http://{Address(address)}:{port}");

    private static (string Url, int Port)? HealthUrl(ConfigurationManager configuration)
    {
        if (PortNumber($"{HealthPortSetting} (CXONE_HEALTH_PORT)", configuration[HealthPortSetting], 1) is not { } port)
        {
            return null;
        }

        return port != (PortNumber(Port, configuration[Port], 0) ?? DefaultPort)
            ? (Url(configuration[Settings.Bind], port), port)
            : throw new SettingException($"{HealthPortSetting} (CXONE_HEALTH_PORT) must be another port than {Port}.");
    }

    // As ASP.NET Core reads them: urls win over ports.
    private static IEnumerable<string> UrlsOfDotNet(ConfigurationManager configuration) =>
        configuration["urls"] is { } urls && !string.IsNullOrWhiteSpace(urls)
            ? Split(urls)
            : Split(configuration["http_ports"]).Select(port => $"http://*:{port}")
                .Concat(Split(configuration["https_ports"]).Select(port => $"https://*:{port}"));

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Address(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim() == Everywhere)
        {
            return Everywhere;
        }

        return IPAddress.TryParse(text.Trim(), out var address)
            ? address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString()
            : throw new SettingException($"CXONE_BIND ({Settings.Bind}) must be an IP address of this machine, such "
                + "as 127.0.0.1, or * for all of them.");
    }

    private static int? PortNumber(string setting, string? text, int least) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port >= least && port <= ushort.MaxValue ? port
        : throw new SettingException($"{setting} must be a whole number "
            + (least == 0 ? "from 0 to 65535 (0: any free port)." : "from 1 to 65535."));
}
