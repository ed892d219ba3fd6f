using CxoneAssist.Domain.PolicyFile.Json;

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>Reads <c>tiers</c> and <c>otherwise</c>, of the policy and of an override.</summary>
internal static class TierSection
{
    private const int Most = 100;
    private const string DueExample = "\"1d\"";

    public static TierList? Read(JsonCursor? tiers, JsonCursor? otherwise, ScaleDirection worse, Durations durations)
    {
        var bound = worse == ScaleDirection.LowIsWorse ? "below" : "above";
        List<Tier?> read = [];
        decimal? last = null;
        foreach (var item in tiers?.Items("a list of tiers", Example(bound), Most) ?? [])
        {
            read.Add(Tier(item, bound, ref last, durations));
        }

        var rest = otherwise is null ? null : Otherwise(otherwise, durations);
        return read.Contains(null) || (otherwise is not null && rest is null)
            ? null
            : new TierList([.. read.OfType<Tier>()], rest);
    }

    private static string Example(string bound) =>
        $$"""{ "name": "detractor", "{{bound}}": 3, "priority": "High", "due": "1d" }""";

    private static Tier? Tier(JsonCursor cursor, string bound, ref decimal? last, Durations durations)
    {
        var other = bound == "below" ? "above" : "below";
        MemberSpec[] members = [new("name", "\"detractor\"", true), new(bound, "3", !Has(cursor, other)), .. Task, .. Misplaced(cursor, other)];
        if (cursor.Object("a tier", members) is not { } tier)
        {
            return null;
        }

        tier[other]?.Problem($"On a scale where {(other == "above" ? "low" : "high")} scores are the worse, tiers are bounded by '{bound}'. "
            + $"Write '{bound}', or set \"worse\": \"{(other == "above" ? "high" : "low")}\" in 'score'.");
        var number = tier[bound]?.Number("a score");
        if (number is { } value)
        {
            InOrder(tier[bound]!, bound, value, ref last);
        }

        var made = Made(tier, number, durations);
        return number is null ? null : made;
    }

    private static MemberSpec[] Task => [new("priority", "\"High\"", true), new("due", DueExample, true)];

    // Known only where it is there, for an error that says more than that it is unknown.
    private static MemberSpec[] Misplaced(JsonCursor cursor, string name) =>
        Has(cursor, name) ? [new(name, "3")] : [];

    private static bool Has(JsonCursor cursor, string name) => cursor.Node.Members.Any(member => member.Name == name);

    private static void InOrder(JsonCursor cursor, string bound, decimal value, ref decimal? last)
    {
        if (bound == "below" ? value <= last : value >= last)
        {
            cursor.Problem(FormattableString.Invariant(
                $"Expected a score {(bound == "below" ? "above" : "below")} {last}, the bound of the tier before, but this is {value}. ")
                + "Tiers go from the worst scores to the better ones: put them in order.");
        }

        last = value;
    }

    private static Tier? Otherwise(JsonCursor cursor, Durations durations) =>
        cursor.Object("a tier without a bound", [new("name", "\"everybody\"", true), .. Task]) is { } tier
            ? Made(tier, null, durations)
            : null;

    private static Tier? Made(JsonMembers tier, decimal? bound, Durations durations)
    {
        var name = tier["name"]?.Name("the tier's name");
        var priority = tier["priority"]?.Choice<TaskPriority>();
        var due = durations.Read(tier["due"]);
        return name is null || priority is null || due is null
            ? null
            : new Tier(name, bound, priority.Value, due.Value);
    }
}
