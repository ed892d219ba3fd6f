using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>Names of settings: whether a key is one of them, and which one a misspelt key means.</summary>
internal sealed class SettingNames
{
    // In shorter names a slip or two make another word.
    private const int ShortestMisspelt = 8;
    private const int ShortestWithTwoSlips = 10;

    private const int ShortestEnd = 3;
    private const int LongestShown = 100;

    private readonly Dictionary<string, SettingName> _settings;
    private readonly HashSet<string> _sections = new(StringComparer.OrdinalIgnoreCase);
    private readonly Known[] _known;

    public SettingNames(IEnumerable<SettingName> settings)
    {
        _settings = settings.DistinctBy(one => one.Key).ToDictionary(one => one.Key, StringComparer.OrdinalIgnoreCase);
        _known = [.. _settings.Keys.Select(key => new Known(key, Bare(key)))];
        foreach (var key in _settings.Keys)
        {
            for (var end = key.LastIndexOf(':'); end > 0; end = key.LastIndexOf(':', end - 1))
            {
                _sections.Add(key[..end]);
            }
        }
    }

    public SettingNames(IEnumerable<SettingsSource> sources)
        : this(sources.SelectMany(source => source.Names))
    {
    }

    /// <summary>Whether a key is a setting, or an entry of one that is a list (<c>key:0</c>).</summary>
    public bool Contains(string key) =>
        _settings.ContainsKey(key) || (ListAbove(key) is { } list && IsEntry(list, key));

    /// <summary>Whether settings stand below a key.</summary>
    public bool IsSection(string key) => _sections.Contains(key);

    /// <summary>The setting that a name, which is none, was most likely meant for: for a hint.</summary>
    public string? Nearest(string name)
    {
        var bare = Bare(name);
        return bare.Length is 0 or > LongestShown
            ? null
            : NearMiss(name)
                ?? ListAbove(name)
                ?? Alike(bare)
                ?? EndingIn(bare);
    }

    /// <summary>The setting that a name misspells: so much alike that nothing else was meant.</summary>
    public string? NearMiss(string name)
    {
        var bare = Bare(name);
        if (bare.Length < ShortestMisspelt)
        {
            return null;
        }

        var letters = Letters(bare);
        var (nearest, least) = ((string?)null, int.MaxValue);
        foreach (var known in _known)
        {
            if (known.Bare.Length >= ShortestMisspelt && Math.Abs(known.Bare.Length - bare.Length) <= 2
                && Slips(bare, letters, known) is var slips && slips <= MostSlips(known.Bare) && slips < least)
            {
                (nearest, least) = (known.Key, slips);
            }
        }

        return nearest;
    }

    /// <summary>Whether a key is a parent's or stands below it.</summary>
    public static bool IsWithin(string parent, string key) =>
        key.StartsWith(parent, StringComparison.OrdinalIgnoreCase)
        && (key.Length == parent.Length || key[parent.Length] == ':');

    /// <summary>A name as it can be shown, whatever was given: on one line, and cut.</summary>
    public static string Shown(string name)
    {
        var cut = name.Length > LongestShown ? name[..LongestShown] + "…" : name;
        return string.Concat(cut.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
    }

    // CXONE_BASE_URL and Cxone:BaseUrl are the same then.
    private static string Bare(string name) => string.Concat(name.Where(IsOfAName)).ToUpperInvariant();

    private static bool IsOfAName(char letter) =>
        letter is not ('_' or '-' or ':' or '.') && !char.IsWhiteSpace(letter);

    private static string Letters(string bare)
    {
        var letters = bare.ToCharArray();
        Array.Sort(letters);
        return new string(letters);
    }

    // The same letters in another order are the same words in another order.
    private static int Slips(string bare, string letters, Known known) =>
        known.Letters == letters && known.Bare != bare ? 1 : EditDistance.Between(bare, known.Bare);

    private static int MostSlips(string bare) => bare.Length < ShortestWithTwoSlips ? 1 : 2;

    private static bool IsEntry(string list, string key) =>
        key.Length > list.Length + 1 && key.AsSpan(list.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0;

    private string? Alike(string bare)
    {
        var nearest = _known.MinBy(known => EditDistance.Between(bare, known.Bare))!;
        return EditDistance.Between(bare, nearest.Bare) <= Math.Min(bare.Length, nearest.Bare.Length) / 3 ? nearest.Key : null;
    }

    private string? EndingIn(string bare) => bare.Length < ShortestEnd
        ? null
        : Array.Find(_known, known => known.Bare.EndsWith(bare, StringComparison.Ordinal))?.Key;

    private string? ListAbove(string key)
    {
        var end = key.LastIndexOf(':');
        return end > 0 && _settings.TryGetValue(key[..end], out var above) && above.IsList ? above.Key : null;
    }

    // A class: searching values of a struct of our own would be compiled anew at each start.
    private sealed record Known(string Key, string Bare)
    {
        public string Letters { get; } = SettingNames.Letters(Bare);
    }
}
