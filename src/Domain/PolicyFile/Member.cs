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

        // Letters left out, added, changed, or two changed over, each of which counts as one slip.
        var (a, b) = (name.ToUpperInvariant(), candidate.ToUpperInvariant());
        var slips = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                slips[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    slips[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[a.Length, b.Length];
    }
}
