namespace CxoneAssist.Domain;

/// <summary>What a misspelt name most likely means.</summary>
internal static class NearestName
{
    /// <summary>The known name that is nearest; <c>null</c> where none is near: at most a third of the letters differ.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        var best = known.Select(candidate => (candidate, Distance: EditDistance.Between(name, candidate))).MinBy(
            one => one.Distance);
        return best.candidate is not null && best.Distance <= Math.Max(1, Math.Min(name.Length, best.candidate.Length) / 3)
            ? best.candidate
            : null;
    }

    /// <summary>The question about it, after a space; empty where no name is near.</summary>
    public static string DidYouMean(string name, IEnumerable<string> known) =>
        Find(name, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";
}
