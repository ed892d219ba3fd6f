namespace CxoneAssist.Domain.PolicyFile.Json;

/// <summary>
/// A member that an object of the format may have, with an example for people who left it out or
/// got it wrong.
/// </summary>
internal sealed record MemberSpec(string Name, string Example, bool Required = false)
{
    /// <summary>The one of some names that a misspelt one most likely means.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var best = known.Select(candidate => (candidate, Distance: EditDistance.Between(name, candidate))).MinBy(
            one => one.Distance);
        return best.candidate is not null && best.Distance <= Math.Max(1, Math.Min(name.Length, best.candidate.Length) / 3)
            ? best.candidate
            : null;
    }

    public static string DidYouMean(string name, IEnumerable<string> known) =>
        Nearest(name, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";
}
