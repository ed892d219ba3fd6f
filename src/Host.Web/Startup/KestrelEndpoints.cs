using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// Decides where the host listens. Kestrel:Endpoints comes first (only there can certificates be
/// set), then PORT with the bind address, then the urls and ports of ASP.NET Core, else port 3000.
/// </summary>
internal static class KestrelEndpoints
{
    public const string Port = "PORT";

    private const int DefaultPort = 3000;
    private const string Everywhere = "*";

    public static void AddListening(this WebApplicationBuilder builder)
    {
        if (Url(builder.Configuration) is { } url)
        {
            builder.WebHost.UseUrls(url);
        }
    }

    // PORT is the name that users of this product know; ASP.NET Core's own settings count only
    // where neither PORT nor an address is set.
    private static string? Url(ConfigurationManager configuration)
    {
        var (port, address) = (configuration[Port], configuration[Settings.Bind]);
        if (configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(port) && string.IsNullOrWhiteSpace(address)
            && (configuration["urls"] ?? configuration["http_ports"] ?? configuration["https_ports"]) is not null)
        {
            return null;
        }

        return string.Create(CultureInfo.InvariantCulture, $"http://{Address(address)}:{PortNumber(port)}");
    }

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

    private static int PortNumber(string? text) =>
        string.IsNullOrWhiteSpace(text) ? DefaultPort
        : int.TryParse(text, NumberStyles.None, null, out var port) && port <= ushort.MaxValue ? port
        : throw new SettingException("PORT must be a whole number from 0 to 65535 (0: any free port).");
}
