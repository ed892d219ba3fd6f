using System.Text.RegularExpressions;

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

    /// <summary>For a service that states its settings in code: <c>settings.Cxone.Org</c>.</summary>
    public static SettingWords OfCode { get; } = new(InCode);

    /// <summary>For a program that reads short names too: <c>CxoneAssist:Cxone:Org (or CXONE_ORG)</c>.</summary>
    public static SettingWords WithShortNames(IEnumerable<(string Alias, string Key)> names)
    {
        var aliases = names.ToDictionary(name => name.Key, name => name.Alias, StringComparer.OrdinalIgnoreCase);

        // A name that a bracket explains has been said in full.
        return new(key => aliases.TryGetValue(key, out var alias) ? $"{key} (or {alias})" : key) { LeavesExplained = true };
    }

    private bool LeavesExplained { get; init; }

    /// <summary>A message with each setting named as this service knows it.</summary>
    public string Render(string message) => Keys().Replace(message, key =>
        LeavesExplained && message.AsSpan(key.Index + key.Length).StartsWith(" (") ? key.Value : _name(key.Value));

    private static string InCode(string key) =>
        key == "ConnectionStrings:Inbox" ? "settings.InboxConnectionString"
        : CxoneAssistSettings.Sections.Any(section => SettingNames.IsWithin(section, key))
            ? "settings." + key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..].Replace(':', '.')
            : key;

    [GeneratedRegex(@"\b(CxoneAssist(:[A-Za-z]\w*)+|ConnectionStrings:Inbox)\b")]
    private static partial Regex Keys();
}
