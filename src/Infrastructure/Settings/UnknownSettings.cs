using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>
/// Refuses what stands under <c>CxoneAssist:</c> and is read by no part of the product that is there:
/// if a misspelt <c>CxoneAssist:FollowUp:Mode</c> were ignored, the service would act, and it was to
/// look on.
/// </summary>
internal sealed class UnknownSettings(IEnumerable<SettingsSource> sources) : IValidateOptions<CheckedNames>
{
    public const string Root = "CxoneAssist";

    private const string ByHost = "is a setting of CxoneAssist's web host and is not read here: remove it";
    private const string ByAssist = "is read by AddCxoneAssist, which this service does not call: "
        + "call it, or remove the setting";
    private const string ByWebhooks = "is read by AddCxoneWebhooks, which this service does not call: "
        + "call it, or remove the setting";

    private const string ByCode = "is not read: this service states its settings in code "
        + "(AddCxoneAssist(settings => …)). Remove it, or call AddCxoneAssist(configuration)";

    private static readonly SettingNames RootName = new([new SettingName(Root, typeof(string))]);

    // The web host sets the full names by them. Another service would ignore them, and act, or go by
    // another policy.
    internal static readonly Dictionary<string, string> ShortNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CXONE_FOLLOW_UP_MODE"] = "CxoneAssist:FollowUp:Mode",
        ["CXONE_POLICY_FILE"] = "CxoneAssist:Policy:File",
        ["CXONE_POLICY_SHADOW"] = "CxoneAssist:Policy:Shadow",
    };

    // Of all parts of the product, those that are not there included.
    private static readonly Dictionary<string, string> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Cxone"] = ByAssist,
        ["Inbox"] = ByAssist,
        ["FollowUp"] = ByAssist,
        ["Policy"] = ByAssist,
        ["Webhook"] = ByWebhooks,
        ["Operators"] = ByHost,
        ["SecretsFolder"] = ByHost,
        ["Bind"] = ByHost,
        ["Proxy"] = ByHost,
        ["Limits"] = ByHost,
        ["HealthPort"] = ByHost,
        ["StopTimeout"] = ByHost,
    };

    public ValidateOptionsResult Validate(string? name, CheckedNames options)
    {
        var faults = sources.Select(source => source.Configuration).Distinct()
            .SelectMany(configuration => Faults(configuration, sources))
            .Distinct()
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>What is wrong with the names in a configuration: a sentence each.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="sources">What is read, from it and from others.</param>
    public static IEnumerable<string> Faults(IConfiguration configuration, IEnumerable<SettingsSource> sources)
    {
        var prefix = configuration is IConfigurationSection section ? section.Path + ":" : "";
        var words = SettingWords.Of(configuration);
        var all = new AllSettingNames(sources);
        var read = sources.Select(source => (source.Configuration, new SettingNames(source.Names))).ToList();
        SortedDictionary<string, string> faults = new(StringComparer.Ordinal);
        foreach (var (key, value) in configuration.AsEnumerable(makePathsRelative: true))
        {
            var fault = SettingNames.IsWithin(Root, key)
                ? FaultOfOurs(configuration, key, value, read, all)
                : FaultOfForeign(configuration, key, value, all);
            if (fault is not null)
            {
                faults[key] = $"{prefix}{SettingNames.Shown(key)} {words.Render(fault)}.";
            }
        }

        return faults.Values;
    }

    private static string? FaultOfOurs(
        IConfiguration configuration,
        string key,
        string? value,
        IReadOnlyList<(IConfiguration Configuration, SettingNames Names)> read,
        AllSettingNames all)
    {
        if (all.Read.Contains(key))
        {
            return IsReadFrom(configuration, key, read)
                ? null
                : "is read from another configuration that this service was given: set it there, or remove it here";
        }

        if (all.Known.IsSection(key))
        {
            return string.IsNullOrWhiteSpace(value) ? null : "is a section and takes no value: name a setting in it";
        }

        // What has children is no name of its own: each of them is looked at.
        var isParent = value is null && configuration.GetSection(key).GetChildren().Any();
        return isParent ? null : NotRead(key, all) ?? Unknown(key, all);
    }

    // A service may give its parts configurations that hold the same. What only one holds, and not
    // the one it is read from, is ignored.
    private static bool IsReadFrom(
        IConfiguration configuration, string key, IReadOnlyList<(IConfiguration Configuration, SettingNames Names)> read) =>
        read.Where(source => source.Names.Contains(key))
            .Any(source => source.Configuration == configuration || source.Configuration[key] == configuration[key]);

    private static string? NotRead(string key, AllSettingNames all)
    {
        var part = key.Split(':')[1];
        var section = $"{Root}:{part}";
        return all.Read.IsSection(section) ? null
            : all.InCode.IsSection(section) ? ByCode
            : Readers.GetValueOrDefault(part);
    }

    private static string? FaultOfForeign(IConfiguration configuration, string key, string? value, AllSettingNames all)
    {
        if (ShortNames.TryGetValue(key, out var full) && all.Known.Contains(full) && configuration[full] is null)
        {
            return all.Read.Contains(full)
                ? $"is a short name that only CxoneAssist's web host reads: set {full} here, or remove it"
                : ByCode;
        }

        var end = key.IndexOf(':', StringComparison.Ordinal);
        var isMisspelt = all.Known.NearMiss(key) is not null || (end > 0 && RootName.NearMiss(key[..end]) is not null);
        return value is not null && isMisspelt ? Unknown(key, all) : null;
    }

    private static string Unknown(string key, AllSettingNames all) => all.Known.Nearest(key) switch
    {
        null => "is not a setting: correct its name, or remove it (docs/configuration.md lists all settings)",
        var nearest when !all.Read.Contains(nearest) => ByCode,
        var nearest => $"is not a setting: write {nearest} if that is meant, or remove it",
    };
}
