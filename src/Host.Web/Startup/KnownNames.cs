using CxoneAssist.AspNetCore.Webhooks;
using CxoneAssist.Host.Web.Operators;
using CxoneAssist.Infrastructure.Settings;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>The names of all settings: ours, their short names, and those of .NET.</summary>
internal static class KnownNames
{
    /// <summary>The settings below <c>CxoneAssist:</c> that the host itself reads.</summary>
    public static readonly IReadOnlyList<SettingName> OfHost =
    [
        .. SettingName.AllOf(OperatorOptions.Section, typeof(OperatorOptions)),
        Text(SecretFiles.Setting),
        Text(Settings.Bind),
        Text(KestrelEndpoints.HealthPortSetting),
        Text(StopTimeout.Setting),
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

    /// <summary>Our names outside <c>CxoneAssist:</c>.</summary>
    public static readonly SettingNames Outside = new(Short);

    /// <summary>All names.</summary>
    public static readonly SettingNames All = new(
    [
        .. Short, .. CxoneAssistServiceCollectionExtensions.Settings, .. WebhookConfiguration.Settings, .. OfHost,
        .. DotNet.Select(Text),
    ]);

    /// <summary>Whether this program or .NET reads a key.</summary>
    public static bool IsRead(string key) =>
        All.Contains(key) || Array.Exists(DotNet, name => SettingNames.IsWithin(name, key));

    /// <summary>One sentence for each name in the configuration that is not known.</summary>
    public static IEnumerable<string> Faults(IConfigurationRoot configuration)
    {
        SettingsSource host = new(
            configuration,
            [.. CxoneAssistServiceCollectionExtensions.Settings, .. WebhookConfiguration.Settings, .. OfHost]);
        return UnknownSettings.Faults(configuration, [host]).Concat(ForeignNames.Refused(configuration));
    }

    private static SettingName Text(string key) => new(key, typeof(string));
}
