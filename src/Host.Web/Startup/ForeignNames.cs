using System.Text.RegularExpressions;
using CxoneAssist.Application;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// Checks names outside <c>CxoneAssist:</c>, where other programs have settings too. A name that
/// misspells a setting of ours is refused. Other names that begin with CXONE, and files in the
/// folder of secrets, are ignored and logged once.
/// </summary>
internal sealed partial class ForeignNames(IConfigurationRoot configuration) : IValidateOptions<CheckedNames>
{
    private const string Ours = "CXONE";
    private const string ModeName = "CXONE_FOLLOW_UP_MODE";
    private const int MostNamed = 20;

    private static readonly SettingNames Mode = new([new SettingName("FOLLOW_UP_MODE", typeof(string))]);

    public ValidateOptionsResult Validate(string? name, CheckedNames options)
    {
        var faults = Refused(configuration).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>One sentence for each name that misspells a setting.</summary>
    public static IEnumerable<string> Refused(IConfigurationRoot configuration)
    {
        var files = SecretFileKeys(configuration);
        foreach (var (key, value) in Foreign(configuration))
        {
            if (KnownNames.Outside.NearMiss(key) is { } meant)
            {
                yield return $"{SettingNames.Shown(key)} is not a setting: write {meant} if that is meant, or "
                    + "remove it.";
            }
            else if (IsMeantForMode(key, value, files))
            {
                yield return $"{SettingNames.Shown(key)} is not a setting, and its value is a mode: "
                    + $"write {ModeName} if that is meant, or remove it.";
            }
            else if (IsOurs(key) && AsksForNoAction().IsMatch(key))
            {
                yield return $"{SettingNames.Shown(key)} is not a setting: write {ModeName}=Shadow if no task may be created, or remove it.";
            }
        }
    }

    /// <summary>Names that are ignored, although they may be meant for this program.</summary>
    public static IReadOnlyList<string> Ignored(IConfigurationRoot configuration)
    {
        var files = SecretFileKeys(configuration);
        var names = Foreign(configuration).Keys
            .Where(key => IsOurs(key) || files.Contains(key))
            .Select(Named)
            .ToList();
        return names.Count <= MostNamed ? names : [.. names.Take(MostNamed), $"and {names.Count - MostNamed} more"];
    }

    private static string Named(string key) => key.Equals("CXONE_PORT", StringComparison.OrdinalIgnoreCase)
        ? $"{key} (the port is set with {KestrelEndpoints.Port})"
        : SettingNames.Shown(key);

    private static SortedDictionary<string, string> Foreign(IConfigurationRoot configuration)
    {
        SortedDictionary<string, string> foreign = new(StringComparer.Ordinal);
        foreach (var (key, value) in configuration.AsEnumerable())
        {
            if (value is not null && !SettingNames.IsWithin(UnknownSettings.Root, key)
                && !KnownNames.IsRead(key) && !IsServiceLink(key, value))
            {
                foreign[key] = value;
            }
        }

        return foreign;
    }

    // A name that misspells one below CxoneAssist: is already refused with a hint to that one.
    private static bool IsMeantForMode(string key, string value, HashSet<string> files) =>
        Enum.GetNames<FollowUpMode>().Contains(value.Trim(), StringComparer.OrdinalIgnoreCase)
        && (IsOurs(key) || files.Contains(key) || Mode.Contains(key) || Mode.NearMiss(key) is not null)
        && KnownNames.All.NearMiss(key) is null;

    private static bool IsOurs(string key) => key.StartsWith(Ours, StringComparison.OrdinalIgnoreCase);

    // Kubernetes sets such variables for each service in the namespace; one may be called cxone.
    private static bool IsServiceLink(string key, string value) =>
        ServiceLink().IsMatch(key) || (ServicePort().IsMatch(key) && ServiceAddress().IsMatch(value));

    private static HashSet<string> SecretFileKeys(IConfigurationRoot configuration) => configuration.Providers
        .OfType<KeyPerFileConfigurationProvider>()
        .SelectMany(provider => Keys(provider, null))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Keys(IConfigurationProvider provider, string? parent) =>
        provider.GetChildKeys([], parent).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => parent is null ? name : ConfigurationPath.Combine(parent, name))
            .SelectMany(key => Keys(provider, key).Prepend(key));

    // Ignored, such a name would let a host act that is meant to do nothing.
    [GeneratedRegex("SHADOW|DRY_?RUN", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForNoAction();

    [GeneratedRegex(@"^CXONE[A-Z0-9_]*_"
        + @"(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT_[0-9]+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?)\z")]
    private static partial Regex ServiceLink();

    [GeneratedRegex(@"^CXONE[A-Z0-9_]*_PORT\z")]
    private static partial Regex ServicePort();

    [GeneratedRegex("^(tcp|udp|sctp)://")]
    private static partial Regex ServiceAddress();
}
