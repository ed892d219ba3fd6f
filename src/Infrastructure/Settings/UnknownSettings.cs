using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>
/// Refuses what stands under <c>CxoneAssist:</c> and is read by no part of the product that is there: ignored, a misspelt
/// <c>CxoneAssist:FollowUp:Mode</c> would have a service act that was only to look on.
/// </summary>
internal sealed class UnknownSettings(IEnumerable<SettingsSource> sources) : IValidateOptions<CheckedNames>
{
    public const string Root = "CxoneAssist";

    private static readonly SettingNames RootName = new([new SettingName(Root, typeof(string))]);

    private const string Host = "is a setting of CxoneAssist's web host and is not read here: remove it";
    private const string Assist = "is read by AddCxoneAssist, which this service does not call: call it, or remove the setting";
    private const string Webhooks = "is read by AddCxoneWebhooks, which this service does not call: call it, or remove the setting";

    // Of all parts of the product, those that are not there included.
    private static readonly Dictionary<string, string> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Cxone"] = Assist,
        ["Inbox"] = Assist,
        ["FollowUp"] = Assist,
        ["Policy"] = Assist,
        ["Webhook"] = Webhooks,
        ["Operators"] = Host,
        ["SecretsFolder"] = Host,
        ["Bind"] = Host,
        ["Proxy"] = Host,
        ["Limits"] = Host,
    };

    public ValidateOptionsResult Validate(string? name, CheckedNames options)
    {
        var faults = sources.GroupBy(source => source.Configuration)
            .SelectMany(from => Faults(from.Key, [.. from], [.. sources.Where(source => source.Configuration != from.Key)]))
            .Distinct()
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>What is wrong with the names in a configuration: a sentence each.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="here">What is read from it.</param>
    /// <param name="elsewhere">What is read from others.</param>
    public static IEnumerable<string> Faults(IConfiguration configuration, IReadOnlyList<SettingsSource> here, IReadOnlyList<SettingsSource> elsewhere)
    {
        var prefix = configuration is IConfigurationSection section ? section.Path + ":" : "";
        var (names, all) = (new SettingNames(here), new SettingNames([.. here, .. elsewhere]));
        foreach (var (key, value) in configuration.AsEnumerable(makePathsRelative: true).OrderBy(one => one.Key, StringComparer.OrdinalIgnoreCase))
        {
            var fault = !IsOurs(key) ? Misspelt(key, value, all)
                : names.Contains(key) ? null
                : names.IsSection(key) ? (string.IsNullOrWhiteSpace(value) ? null : "is a section and takes no value: name a setting in it")
                : value is null && configuration.GetSection(key).GetChildren().Any() ? null // Said of each of them.
                : all.Contains(key) ? Elsewhere(configuration, key, elsewhere)
                : NotRead(key, all) ?? Unknown(key, all);
            if (fault is not null)
            {
                yield return $"{prefix}{SettingNames.Shown(key)} {fault}.";
            }
        }
    }

    private static bool IsOurs(string key) =>
        key.StartsWith(Root, StringComparison.OrdinalIgnoreCase) && (key.Length == Root.Length || key[Root.Length] == ':');

    private static string? Misspelt(string key, string? value, SettingNames all)
    {
        var end = key.IndexOf(':', StringComparison.Ordinal);
        return value is null ? null
            : all.NearMiss(key) is not null || (end > 0 && RootName.NearMiss(key[..end]) is not null) ? Unknown(key, all)
            : null;
    }

    // A service may give its parts configurations that hold the same. What only one of them holds, and not the one it is read from, is ignored.
    private static string? Elsewhere(IConfiguration configuration, string key, IReadOnlyList<SettingsSource> elsewhere) =>
        elsewhere.Any(source => new SettingNames([source]).Contains(key) && source.Configuration[key] == configuration[key])
            ? null
            : "is read from another configuration that this service was given: set it there, or remove it here";

    private static string? NotRead(string key, SettingNames all)
    {
        var part = key.Split(':')[1];
        return !all.IsSection($"{Root}:{part}") && Readers.TryGetValue(part, out var reader) ? reader : null;
    }

    private static string Unknown(string key, SettingNames all) => all.Nearest(key) is { } nearest
        ? $"is not a setting: write {nearest} if that is meant, or remove it"
        : "is not a setting: correct its name, or remove it (README.md lists all settings)";
}
