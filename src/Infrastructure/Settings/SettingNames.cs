using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>The names of some settings: whether a key is one of them, and which one a misspelt key means.</summary>
internal sealed class SettingNames
{
    // Below that, a slip or two make other words of a name.
    private const int ShortestMisspelt = 8;
    private const int ShortestWithTwoSlips = 10;
    private const int ShortestEnd = 3;
    private const int LongestShown = 100;

    private readonly Dictionary<string, SettingName> _settings;
    private readonly HashSet<string> _sections = new(StringComparer.OrdinalIgnoreCase);
    private readonly (string Key, string Bare, string Letters)[] _bare;

    public SettingNames(IEnumerable<SettingName> settings)
    {
        _settings = settings.DistinctBy(one => one.Key).ToDictionary(one => one.Key, StringComparer.OrdinalIgnoreCase);
        _bare = [.. _settings.Keys.Select(key => (key, Bare(key), Letters(Bare(key))))];
        foreach (var key in _settings.Keys)
        {
            for (var end = key.LastIndexOf(':'); end > 0; end = key.LastIndexOf(':', end - 1))
            {
                _sections.Add(key[..end]);
            }
        }
    }

    /// <summary>Whether a key is a setting, or an entry of one that is a list (<c>key:0</c>).</summary>
    public bool Contains(string key) => _settings.ContainsKey(key) || (List(key) is { } list && list.Length + 1 < key.Length
        && key.AsSpan(list.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0);

    public SettingNames(IEnumerable<SettingsSource> sources)
        : this(sources.SelectMany(source => source.Names))
    {
    }

    public bool IsSection(string key) => _sections.Contains(key);

    /// <summary>The setting that a name, which is none, was most likely meant for: for a hint.</summary>
    public string? Nearest(string name)
    {
        var bare = Bare(name);
        if (bare.Length is 0 or > LongestShown)
        {
            return null;
        }

        var best = _bare.Select(known => (known.Key, Slips: Misspelling.Slips(bare, known.Bare), known.Bare.Length))
            .DefaultIfEmpty((Key: "", Slips: int.MaxValue, Length: 0)).MinBy(known => known.Slips);
        return NearMiss(name)
            ?? List(name)
            ?? (best.Slips <= Math.Min(bare.Length, best.Length) / 3 ? best.Key : null)
            ?? Array.Find(_bare, known => bare.Length >= ShortestEnd && known.Bare.EndsWith(bare, StringComparison.Ordinal)).Key;
    }

    /// <summary>The setting that a name misspells for certain: so much like it that it was meant for nothing else.</summary>
    public string? NearMiss(string name)
    {
        var bare = Bare(name);
        if (bare.Length < ShortestMisspelt)
        {
            return null;
        }

        // The same letters in another order are the same words in another order.
        var letters = Letters(bare);
        var best = _bare.Where(known => Math.Abs(known.Bare.Length - bare.Length) <= 2 && known.Bare.Length >= ShortestMisspelt)
            .Select(known => (known.Key, Most: known.Bare.Length < ShortestWithTwoSlips ? 1 : 2,
                Slips: known.Letters == letters && known.Bare != bare ? 1 : Misspelling.Slips(bare, known.Bare)))
            .Where(known => known.Slips <= known.Most)
            .DefaultIfEmpty((Key: "", Most: 0, Slips: 0)).MinBy(known => known.Slips);
        return best.Key.Length > 0 ? best.Key : null;
    }

    /// <summary>A name as it can be shown: whatever was given, on one line and no longer than a name.</summary>
    public static string Shown(string name)
    {
        var clean = string.Concat(name.Take(LongestShown).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
        return name.Length > LongestShown ? clean + "…" : clean;
    }

    /// <summary>A name without what names are written with: <c>CXONE_BASE_URL</c> and <c>Cxone:BaseUrl</c> are the same then.</summary>
    public static string Bare(string name) =>
        string.Concat(name.Where(letter => letter is not ('_' or '-' or ':' or '.') && !char.IsWhiteSpace(letter))).ToUpperInvariant();

    private static string Letters(string bare) => string.Concat(bare.Order());

    private string? List(string key) =>
        key.LastIndexOf(':') is > 0 and var end && _settings.TryGetValue(key[..end], out var setting) && setting.IsList ? setting.Key : null;
}
