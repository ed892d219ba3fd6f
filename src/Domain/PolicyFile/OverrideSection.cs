using CxoneAssist.Domain.PolicyFile.Json;
using CxoneAssist.Domain.PolicyFile.Repairs;

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>Reads <c>overrides</c>.</summary>
internal static class OverrideSection
{
    private const int Most = 200;
    private const string AnswerExample = "[\"no\"]";

    private static MemberSpec[] Members =>
    [
        new("name", "\"vip\"", true),
        new("when", "{ \"skill\": [\"vip\"] }", true),
        new("tiers", "[ { \"name\": \"vip unhappy\", \"below\": 4, \"priority\": \"Critical\", \"due\": \"4h\" } ]", true),
        new("otherwise", "{ \"name\": \"vip\", \"priority\": \"Normal\", \"due\": \"1w\" }"),
    ];

    private static MemberSpec[] Conditions =>
    [
        .. Enum.GetNames<InteractionFact>().Select(
        name => new MemberSpec(char.ToLowerInvariant(name[0]) + name[1..], "[\"vip\"]")),
        new("responses", "{ \"issue_resolved\": [\"no\"] }"),
    ];

    private static MemberSpec[] AnswerMembers =>
        [new("below", "7"), new("above", "3"), new("present", "true"), new("absent", "true")];

    public static IReadOnlyList<PolicyOverride>? Read(JsonCursor? cursor, ScaleDirection worse, Durations durations)
    {
        List<PolicyOverride?> overrides =
            [.. (cursor?.Items("a list of overrides", "{ \"name\": … }", Most) ?? []).Select(item => Override(item, worse, durations))];
        return overrides.Contains(null) ? null : [.. overrides.OfType<PolicyOverride>()];
    }

    private static PolicyOverride? Override(JsonCursor cursor, ScaleDirection worse, Durations durations)
    {
        if (cursor.Object("an override", Members) is not { } one)
        {
            return null;
        }

        var name = one["name"]?.Name("the override's name");
        var when = one["when"] is { } conditions ? When(conditions) : null;
        var tiers = TierSection.Read(one["tiers"], one["otherwise"], worse, durations);
        return name is null || when is null || tiers is null ? null : new PolicyOverride(name, when, tiers);
    }

    private static List<FollowUpCondition>? When(JsonCursor cursor)
    {
        if (cursor.Object(
            "an object of conditions", Conditions, unknown => AnswerRepair.AsResponse(cursor.Node, unknown)) is not { } when)
        {
            return null;
        }

        List<FollowUpCondition?> conditions = [];
        foreach (var fact in Enum.GetValues<InteractionFact>())
        {
            if (when[char.ToLowerInvariant(fact.ToString()[0]) + fact.ToString()[1..]] is { } values)
            {
                conditions.Add(Values(values) is { } listed ? new FactCondition(fact, listed) : null);
            }
        }

        conditions.AddRange(Answers(when["responses"]));
        if (cursor.Node.Members.Count == 0 || (conditions.Count == 0 && when["responses"] is { IsObject: true }))
        {
            cursor.Problem("Expected at least one condition. What always holds belongs into the policy's own 'tiers'.");
        }

        return conditions.Count == 0 || conditions.Contains(null) ? null : [.. conditions.OfType<FollowUpCondition>()];
    }

    private static IEnumerable<AnswerCondition?> Answers(JsonCursor? cursor)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in cursor?.Entries("an object of fields and what they must answer", AnswerExample)
            ?? [])
        {
            if (!seen.Add(NormalForm.Compose(name.Trim())))
            {
                cursor!.NameProblem(
                    name, $"'{ScoreText.Quote(name)}' is there already. Keep one of the two and take the other out.");
                continue;
            }

            yield return Answer(cursor!, name, value);
        }
    }

    private static AnswerCondition? Answer(JsonCursor responses, string written, JsonCursor value)
    {
        var field = written.Trim();
        if (field.Length is 0 or > JsonCursor.LongestName)
        {
            responses.NameProblem(written, "Expected the name of a form's field. Write it as the form does.");
            return null;
        }

        if (value.IsObject)
        {
            return value.Object(
                "a condition", AnswerMembers, unknown => AnswerRepair.InPlaceOfObject(unknown.Value, value.Member)) is { } asked
                ? Asked(field, value, asked)
                : null;
        }

        if (AnswerRepair.Remedy(value.Node, value.Member) is { } remedy)
        {
            value.ExpectedOr("a list of answers, or an object with a condition", remedy);
            return null;
        }

        return Values(value) is { } listed ? new AnswerIsOneOf(field, listed) : null;
    }

    private static AnswerCondition? Asked(string field, JsonCursor cursor, JsonMembers asked)
    {
        var (below, above) = (asked["below"]?.Number("a number"), asked["above"]?.Number("a number"));
        var bounded = asked["below"] is not null || asked["above"] is not null;
        var given = asked["present"] ?? asked["absent"];
        if (!bounded && given is null && !cursor.Node.IsEmpty)
        {
            // Only unknown members, each with a problem of its own.
            return null;
        }

        if (bounded == given is not null || (asked["present"] is not null && asked["absent"] is not null))
        {
            cursor.Problem("Expected one condition: { \"below\": 7 }, { \"above\": 3 } or both of these, "
                + "{ \"present\": true } or { \"absent\": true }. "
                + "For certain answers write a list: [\"no\"].");
            return null;
        }

        if (given is not null)
        {
            return given.IsTrue
                ? new AnswerGiven(field, asked["present"] is not null)
                : Untrue(given, asked["present"] is null ? ("absent", "present") : ("present", "absent"));
        }

        if (above >= below)
        {
            cursor.Problem("No number is above the one and below the other. Raise 'below', or lower 'above'.");
            return null;
        }

        return (asked["below"] is not null && below is null) || (asked["above"] is not null && above is null)
            ? null
            : new AnswerInRange(field, above, below);
    }

    private static AnswerGiven? Untrue(JsonCursor given, (string Written, string Opposite) names)
    {
        given.ExpectedOr("true; the opposite of 'present' is 'absent'", (given.Node.Bare ?? given.Node.Text).Trim().ToLowerInvariant() switch
        {
            "true" or "yes" => $"Write \"{names.Written}\": true.",
            "false" or "no" => $"Write \"{names.Opposite}\": true, which is the opposite of '{names.Written}'.",
            _ => null,
        });
        return null;
    }

    private static List<string>? Values(JsonCursor cursor)
    {
        var items = cursor.Items("a list of values", "\"vip\"", only: text => text);
        if (cursor.IsList && cursor.Node.Items.Count == 0)
        {
            cursor.Problem("Expected at least one value: a condition without any would never hold. Add one, or take the condition out.");
        }

        List<string?> values = [.. items.Select(item => item.Text("a value in quotes", JsonCursor.LongestName)?.Trim())];
        return values.Count == 0 || values.Contains(null) ? null : [.. values.OfType<string>()];
    }
}
