using CxoneAssist.Domain.PolicyFile.Json;

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>Reads <c>score</c>: which questions, which scale.</summary>
internal static class ScoreSection
{
    private const string FieldExample = "\"overall_satisfaction\"";

    private static MemberSpec[] Members =>
    [
        new("field", FieldExample),
        new("fields", "[\"overall_satisfaction\", \"agent_satisfaction\"]"),
        new("combine", "\"worst\""),
        new("min", "1", true),
        new("max", "5", true),
        new("labels", "{ \"poor\": 1, \"excellent\": 5 }"),
        new("unanswered", "[\"n/a\"]"),
        new("worse", "\"low\""),
    ];

    /// <summary>
    /// Which end is the worse, read before all else: tiers depend on it even where the rest is
    /// broken.
    /// </summary>
    public static ScaleDirection Worse(JsonNodeAt root)
    {
        var isHigh = root.Members.Where(member => member.Name == "score")
            .SelectMany(member => member.Value.Members)
            .Any(member => member is { Name: "worse", Value.Text: "high" });
        return isHigh ? ScaleDirection.HighIsWorse : ScaleDirection.LowIsWorse;
    }

    public static ScoreQuestion? Read(JsonCursor cursor)
    {
        if (cursor.Object("an object with the question and its scale", Members) is not { } score)
        {
            return null;
        }

        var fields = Fields(cursor, score);
        var combine = score["combine"]?.Choice("worst", "first");
        var worse = score["worse"]?.Choice("low", "high");
        var (min, max) = (score["min"]?.Number("a number"), score["max"]?.Number("a number"));
        if (min >= max)
        {
            score["max"]!.Problem(FormattableString.Invariant($"Expected a number above 'min', which is {min}. Raise it, or change the two over."));
            max = null;
        }

        var labels = Labels(score["labels"], min, max);
        var unanswered = Unanswered(score["unanswered"], labels);
        return fields.Count == 0 || min is null || max is null ? null : new ScoreQuestion(fields, min.Value, max.Value)
        {
            Combine = combine == "first" ? ScoreCombination.First : ScoreCombination.Worst,
            Direction = worse == "high" ? ScaleDirection.HighIsWorse : ScaleDirection.LowIsWorse,
            Labels = labels,
            Unanswered = unanswered,
        };
    }

    private static List<string> Fields(JsonCursor cursor, JsonMembers score)
    {
        switch (score["field"], score["fields"])
        {
            case ({ }, { } fields):
                fields.Problem("'field' and 'fields' exclude each other. Keep one of the two.");
                return [];
            case ({ } field, null):
                score["combine"]?.Problem(
                    "'combine' is for several fields. Take it out, or write 'fields' instead of 'field'.");
                return field.Name("the name of a form's field") is { } name ? [name] : [];
            case (null, { } fields):
                return Several(fields);
            default:
                cursor.Problem($"'field' is missing. Add it, like \"field\": {FieldExample}; for several questions write 'fields'.");
                return [];
        }
    }

    private static List<string> Several(JsonCursor cursor)
    {
        var items = cursor.Items("a list of field names", FieldExample, 20, text => text);
        if (cursor.IsList && items.Count == 0 && cursor.Node.Items.Count == 0)
        {
            cursor.Problem($"Expected at least one field name. Write it like [{FieldExample}].");
        }

        List<string> fields = [];
        foreach (var item in items)
        {
            if (item.Name("the name of a form's field") is not { } written)
            {
                continue;
            }

            var name = NormalForm.Compose(written);
            if (fields.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                item.Problem($"The field '{name}' is listed already. Take one of the two out.");
                continue;
            }

            fields.Add(name);
        }

        return fields;
    }

    private static Dictionary<string, decimal> Labels(JsonCursor? cursor, decimal? min, decimal? max)
    {
        Dictionary<string, decimal> labels = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (written, value) in cursor?.Entries("an object of words and scores", "1", StringComparer.OrdinalIgnoreCase) ?? [])
        {
            var word = NormalForm.Compose(written.Trim());
            if (word.Length == 0 || word.Length > JsonCursor.LongestName || ScoreText.TryRead(word, out _))
            {
                cursor!.NameProblem(written, "Expected a word that stands for a score, not a number. "
                    + "Answers that are numbers are read as they are: take it out.");
                continue;
            }

            if (value.Number("a score") is not { } score)
            {
                continue;
            }

            if (score < min || score > max)
            {
                value.Problem(FormattableString.Invariant($"Expected a score of the scale from {min} to {max}, but this is {score}. ")
                    + "Change it, or the scale.");
            }
            else if (!labels.TryAdd(word, score))
            {
                cursor!.NameProblem(written, $"The label '{word}' is there already. Take one of the two out.");
            }
        }

        return min is null || max is null ? [] : labels;
    }

    private static List<string> Unanswered(JsonCursor? cursor, Dictionary<string, decimal> labels) =>
    [
        .. (cursor?.Items("a list of answers that mean none", "\"n/a\"", only: text => text)
        ?? []).Select(item => Answer(item, labels)).OfType<string>(),
    ];

    private static string? Answer(JsonCursor item, Dictionary<string, decimal> labels)
    {
        if (item.IsNull || (item.IsText && string.IsNullOrWhiteSpace(item.Node.Text)))
        {
            // No answer in any policy.
            return null;
        }

        if (item.IsText && labels.ContainsKey(NormalForm.Compose(item.Node.Text.Trim())))
        {
            item.Problem($"'{ScoreText.Quote(item.Node.Text.AsSpan().Trim())}' is a label and stands for a score. "
                + "Take it out here, or out of 'labels'.");
            return null;
        }

        return item.Text("an answer in quotes, or null", JsonCursor.LongestName);
    }
}
