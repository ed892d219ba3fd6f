using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// The proxies whose X-Forwarded-For and X-Forwarded-Proto the host trusts. None by default, since
/// any caller can send these headers.
/// </summary>
internal static class TrustedProxies
{
    public const string Setting = "CxoneAssist:Proxy:Trusted";

    public static void AddTrustedProxies(this WebApplicationBuilder builder)
    {
        var trusted = Read(builder.Configuration.GetSection(Setting));

        // Last of all: ASPNETCORE_FORWARDEDHEADERS_ENABLED alone would trust every caller.
        builder.Services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = trusted.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            trusted.ForEach(options.KnownIPNetworks.Add);
        });
    }

    private static List<System.Net.IPNetwork> Read(IConfigurationSection section)
    {
        var listed = section.GetChildren().Select(child => child.Value ?? "").ToList();
        var texts = listed.Count > 0
            ? listed
            : [.. (section.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
        return [.. texts.Select(Network)];
    }

    private static System.Net.IPNetwork Network(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new(address, address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32);
        }

        return System.Net.IPNetwork.TryParse(text, out var network)
            ? network
            : throw new SettingException(
                $"{Setting} must name your proxies by their addresses (192.0.2.10) or networks (192.0.2.0/24), "
                    + "separated by spaces.");
    }
}
