using System.Diagnostics;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>
/// The environment of the host: the given settings, and none of the caller's own.
/// </summary>
internal static class ServiceEnvironment
{
    private static readonly string[] SettingPrefixes =
        ["CXONE_", "CxoneAssist__", "ConnectionStrings__", "Logging__", "Kestrel__", "ASPNETCORE_"];

    private static readonly string[] SettingNames =
        ["PORT", "URLS", "HTTP_PORTS", "HTTPS_PORTS", "DOTNET_URLS", "DOTNET_ENVIRONMENT"];

    /// <summary>Sets up the environment.</summary>
    /// <remarks>
    /// A real tenant's credentials in the caller's environment must not reach a host that plays
    /// surveys.
    /// </remarks>
    public static void Apply(ProcessStartInfo start, IReadOnlyDictionary<string, string> settings)
    {
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }
    }

    private static bool IsSetting(string name) =>
        SettingNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        || SettingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
