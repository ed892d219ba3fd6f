using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Backtest.Rules;

/// <summary>
/// How often each value occurs. Holds a bounded number of values: a column of comments has a new one in every row.
/// </summary>
internal sealed class ValueCounts
{
    private const int MostHeld = 200;
    private const int MostShown = 5;
    private const int LongestShown = 40;

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private long _rest;

    /// <summary>The values that occur most, the most frequent first.</summary>
    public IEnumerable<(string Value, long Count)> Most =>
        _counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal)
            .Take(MostShown).Select(one => (one.Key, one.Value));

    /// <summary>How many occurrences are of other values than these.</summary>
    public long Others => _rest + _counts.Values.Sum() - Most.Sum(one => one.Count);

    public void Add(string value, long times = 1)
    {
        value = value.Length > LongestShown ? value[..LongestShown] + "…" : value;
        if (_counts.TryGetValue(value, out var count) || _counts.Count < MostHeld)
        {
            _counts[value] = count + times;
        }
        else
        {
            _rest += times;
        }
    }

    /// <summary>Both as a phrase; <c>none</c> where there is no value.</summary>
    public override string ToString()
    {
        var most = string.Join(", ", Most.Select(one => $"'{SafeText.Clean(one.Value)}' ({Format.Number(one.Count)})"));
        return most.Length == 0 ? "none" : most + (Others > 0 ? $" and others ({Format.Number(Others)})" : "");
    }
}
