using CxoneAssist.AspNetCore.Webhooks;
using CxoneAssist.Host.Web.FollowUps;
using CxoneAssist.Infrastructure;
using CxoneAssist.Infrastructure.Settings;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>The names of everything that can be set: the host's own settings, those of all parts, short names, and what .NET reads.</summary>
internal static class KnownNames
{
    /// <summary>What the host reads itself below <c>CxoneAssist:</c>.</summary>
    public static readonly IReadOnlyList<SettingName> OfHost =
    [
        .. SettingName.AllOf(OperatorOptions.Section, typeof(OperatorOptions)),
        Text(SecretFiles.Setting), Text(Settings.Bind), new(TrustedProxies.Setting, typeof(string[])), Text(Limits.MaxConnections),
    ];

    private static readonly SettingName[] Short =
    [
        .. Settings.Aliases.Select(name => Text(name.Alias)),
        Text(WebhookConfiguration.SecretAlias), Text(SecretFiles.ShortName), Text(Listening.Port), Text("ConnectionStrings:Inbox"),
    ];

    private static readonly SettingName[] DotNet =
    [
        .. new[]
        {
            "Logging", "Kestrel", "AllowedHosts", "Authentication", "urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName",
            "webroot", "preferHostingUrls", "suppressStatusMessages", "detailedErrors", "captureStartupErrors", "shutdownTimeoutSeconds",
            "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "preventHostingStartup", "startupAssembly", "staticWebAssets", "hostBuilder",
            "forwardedHeaders_enabled",
        }.Select(Text),
    ];

    /// <summary>The names that stand outside <c>CxoneAssist:</c>.</summary>
    public static readonly SettingNames Outside = new(Short);

    /// <summary>Every name.</summary>
    public static readonly SettingNames All = new(
        [.. Short, .. CxoneAssistServices.Settings, .. WebhookConfiguration.Settings, .. OfHost, .. DotNet]);

    /// <summary>Whether something reads a key, here or in .NET.</summary>
    public static bool IsRead(string key) => All.Contains(key) || Array.Exists(DotNet, name => IsBelow(name.Key, key));

    /// <summary>Whether a key is a section's or stands below it.</summary>
    public static bool IsBelow(string section, string key) =>
        key.StartsWith(section, StringComparison.OrdinalIgnoreCase) && (key.Length == section.Length || key[section.Length] == ':');

    /// <summary>What is wrong with the names in everything that the host would read.</summary>
    public static IEnumerable<string> Faults(IConfigurationRoot configuration)
    {
        SettingsSource[] sources = [new(configuration, [.. CxoneAssistServices.Settings, .. WebhookConfiguration.Settings, .. OfHost])];
        return UnknownSettings.Faults(configuration, sources, []).Concat(ForeignNames.Refused(configuration));
    }

    private static SettingName Text(string key) => new(key, typeof(string));
}
