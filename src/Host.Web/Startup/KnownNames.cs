using CxoneAssist.AspNetCore.Webhooks;
using CxoneAssist.Host.Web.FollowUps;
using CxoneAssist.Infrastructure.Settings;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>The names of everything that can be set: in all parts, by short names, and in .NET.</summary>
internal static class KnownNames
{
    /// <summary>What the host reads itself below <c>CxoneAssist:</c>.</summary>
    public static readonly IReadOnlyList<SettingName> OfHost =
    [
        .. SettingName.AllOf(OperatorOptions.Section, typeof(OperatorOptions)),
        Text(SecretFiles.Setting),
        Text(Settings.Bind),
        Text(KestrelLimits.MaxConnections),
        new(TrustedProxies.Setting, typeof(string[])),
    ];

    private static readonly SettingName[] Short =
    [
        .. Settings.Aliases.Select(name => Text(name.Alias)),
        Text(WebhookConfiguration.SecretAlias),
        Text(SecretFiles.ShortName),
        Text(KestrelEndpoints.Port),
        Text("ConnectionStrings:Inbox"),
    ];

    private static readonly string[] DotNet =
    [
        "Logging", "Kestrel", "AllowedHosts", "Authentication", "urls", "http_ports", "https_ports", "environment",
        "contentRoot", "applicationName", "webroot", "preferHostingUrls", "suppressStatusMessages", "detailedErrors",
        "captureStartupErrors", "shutdownTimeoutSeconds", "hostingStartupAssemblies",
        "hostingStartupExcludeAssemblies", "preventHostingStartup", "startupAssembly", "staticWebAssets",
        "hostBuilder", "forwardedHeaders_enabled",
    ];

    /// <summary>The names that stand outside <c>CxoneAssist:</c>.</summary>
    public static readonly SettingNames Outside = new(Short);

    /// <summary>Every name.</summary>
    public static readonly SettingNames All = new(
    [
        .. Short, .. CxoneAssistServiceCollectionExtensions.Settings, .. WebhookConfiguration.Settings, .. OfHost, .. DotNet.Select(Text),
    ]);

    /// <summary>Whether something reads a key, here or in .NET.</summary>
    public static bool IsRead(string key) =>
        All.Contains(key) || Array.Exists(DotNet, name => SettingNames.IsWithin(name, key));

    /// <summary>What is wrong with the names in everything that the host would read.</summary>
    public static IEnumerable<string> Faults(IConfigurationRoot configuration)
    {
        SettingsSource host = new(
            configuration, [.. CxoneAssistServiceCollectionExtensions.Settings, .. WebhookConfiguration.Settings, .. OfHost]);
        return UnknownSettings.Faults(configuration, [host]).Concat(ForeignNames.Refused(configuration));
    }

    private static SettingName Text(string key) => new(key, typeof(string));
}
