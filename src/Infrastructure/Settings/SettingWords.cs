using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>
/// The names under which this service states its settings. Messages are written with the full names; a name that the service does not read
/// would send its developer the wrong way.
/// </summary>
internal sealed partial class SettingWords
{
    private readonly Func<string, string> _name;

    private SettingWords(Func<string, string> name) => _name = name;

    /// <summary>For a service that gives a configuration: the full names, <c>CxoneAssist:Cxone:Org</c>.</summary>
    public static SettingWords OfConfiguration { get; } = new(key => key);

    /// <summary>For a service that gives a section of its configuration: <c>Tenants:south:CxoneAssist:Cxone:Org</c>.</summary>
    /// <param name="path">The section's path.</param>
    public static SettingWords OfSection(string path) => new(key => $"{path}:{key}") { Section = path };

    /// <summary>By what a service gives: a section, or a whole configuration.</summary>
    public static SettingWords Of(IConfiguration configuration) =>
        configuration is IConfigurationSection section ? OfSection(section.Path) : OfConfiguration;

    /// <summary>For a service that states its settings in code: <c>settings.Cxone.Org</c>.</summary>
    public static SettingWords OfCode { get; } = new(InCode);

    /// <summary>For a program that reads short names too: <c>CxoneAssist:Cxone:Org (or CXONE_ORG)</c>.</summary>
    public static SettingWords WithShortNames(IEnumerable<(string Alias, string Key)> names)
    {
        var aliases = names.ToDictionary(name => name.Key, name => name.Alias, StringComparer.OrdinalIgnoreCase);

        // A name that a bracket explains has been said in full.
        return new(key => aliases.TryGetValue(key, out var alias) ? $"{key} (or {alias})" : key) { LeavesExplained = true };
    }

    /// <summary>The path of the section that the settings are read below; <c>null</c> where they are read at the root.</summary>
    public string? Section { get; private init; }

    private bool LeavesExplained { get; init; }

    /// <summary>A message with each setting named as this service knows it.</summary>
    public string Render(string message)
    {
        // A variable of that name is read at the root only, and the service reads below its section.
        var counting = Section is null ? message : ShortNameHints().Replace(message, "");
        return Keys().Replace(counting, key =>
            LeavesExplained && counting.AsSpan(key.Index + key.Length).StartsWith(" (") ? key.Value : _name(key.Value));
    }

    /// <summary>The same without short names, for what is said while the service runs.</summary>
    public string RenderBriefly(string message) => LeavesExplained ? message : Render(message);

    private static string InCode(string key) =>
        key == "ConnectionStrings:Inbox" ? "settings.InboxConnectionString"
        : CxoneAssistSettings.Sections.Any(section => SettingNames.IsWithin(section, key))
            ? "settings." + key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..].Replace(':', '.')
            : key;

    [GeneratedRegex(@" \((environment|or entry [0-9]+ of) CXONE_[A-Z_]+\)")]
    private static partial Regex ShortNameHints();

    // What stands after a colon has its section already.
    [GeneratedRegex(@"(?<![:\w])(CxoneAssist(:[A-Za-z]\w*)+|ConnectionStrings:Inbox)\b")]
    private static partial Regex Keys();
}
