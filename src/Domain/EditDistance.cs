namespace CxoneAssist.Domain;

internal static class EditDistance
{
    /// <summary>
    /// How many slips lie between two names, in either case of letters: letters left out, added,
    /// changed, or two changed over, each of which counts as one.
    /// </summary>
    public static int Between(string name, string candidate)
    {
        // A name is not misspelt into one of twice its length.
        if (name.Length > 2 * candidate.Length)
        {
            return int.MaxValue;
        }

        var (a, b) = (name.ToUpperInvariant(), candidate.ToUpperInvariant());
        var slips = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                slips[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    slips[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(slips[i - 1, j], slips[i, j - 1])
                        + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[a.Length, b.Length];
    }
}
