namespace CxoneAssist.Host.Cli.Backtest.Rules;

/// <summary>Why surveys were left to a person's review, grouped.</summary>
internal sealed class ReviewReasons
{
    private const int MostReasons = 50;
    private const string OutsideScale = ", outside the scale ";
    private const string Value = ": '";
    private const string Is = " is ";

    private readonly Dictionary<string, ReviewReason> _reasons = new(StringComparer.Ordinal);

    /// <summary>Surveys with further reasons.</summary>
    public long Others { get; private set; }

    public IReadOnlyList<ReviewReason> All =>
        [.. _reasons.Values.OrderByDescending(reason => reason.Count).ThenBy(reason => reason.What, StringComparer.Ordinal)];

    public void Add(string reason, long line)
    {
        var (what, value) = Split(reason);
        if (!_reasons.TryGetValue(what, out var known))
        {
            if (_reasons.Count >= MostReasons)
            {
                Others++;
                return;
            }

            _reasons.Add(what, known = new(what));
        }

        known.Add(line, value);
    }

    // The answer is a part of the reason; without it there is one group for each kind of trouble.
    private static (string What, string? Value) Split(string reason)
    {
        if (reason.IndexOf(OutsideScale, StringComparison.Ordinal) is > 0 and var outside
            && reason.LastIndexOf(Is, outside, StringComparison.Ordinal) is > 0 and var number)
        {
            return (reason[..number] + " is" + reason[(outside + 1)..], reason[(number + Is.Length)..outside]);
        }

        return reason.IndexOf(Value, StringComparison.Ordinal) is > 0 and var quote
            ? (reason[..quote], reason[(quote + Value.Length)..^1])
            : (reason, null);
    }
}

/// <summary>One reason, and the surveys that it concerns.</summary>
internal sealed class ReviewReason(string what)
{
    private const int MostLines = 5;

    private readonly List<long> _lines = [];

    public string What => what;

    public long Count { get; private set; }

    /// <summary>The first lines.</summary>
    public IReadOnlyList<long> Lines => _lines;

    /// <summary>The answers.</summary>
    public ValueCounts Values { get; } = new();

    public void Add(long line, string? value)
    {
        Count++;
        if (value is not null)
        {
            Values.Add(value);
        }

        if (_lines.Count < MostLines)
        {
            _lines.Add(line);
        }
    }
}
