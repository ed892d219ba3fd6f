namespace CxoneAssist.Domain.PolicyFile;

/// <summary>A member that an object of the format may have, with an example for people who left it out or got it wrong.</summary>
internal sealed record Member(string Name, string Example, bool Required = false)
{
    /// <summary>The one of some names that a misspelt one most likely means.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var best = known.Select(candidate => (candidate, Distance: Distance(name, candidate))).MinBy(one => one.Distance);
        return best.candidate is not null && best.Distance <= Math.Max(1, Math.Min(name.Length, best.candidate.Length) / 3) ? best.candidate : null;
    }

    public static string DidYouMean(string name, IEnumerable<string> known) =>
        Nearest(name, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static int Distance(string name, string candidate)
    {
        // Nobody misspells a name into one of twice its length.
        if (name.Length > 2 * candidate.Length)
        {
            return int.MaxValue;
        }

        int[] row = [.. Enumerable.Range(0, candidate.Length + 1)];
        for (var i = 1; i <= name.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= candidate.Length; j++)
            {
                var same = char.ToUpperInvariant(name[i - 1]) == char.ToUpperInvariant(candidate[j - 1]);
                left = Math.Min(diagonal + (same ? 0 : 1), Math.Min(left, row[j]) + 1);
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[candidate.Length];
    }
}
