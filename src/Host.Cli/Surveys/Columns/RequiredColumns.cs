using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Surveys.Columns;

/// <summary>The columns that a table must have: those of <c>--map</c>, a score and a time.</summary>
internal static class RequiredColumns
{
    private static readonly SurveyFact[] Times = [SurveyFact.Completed, SurveyFact.Received, SurveyFact.Submitted];

    private static readonly string[] PossibleTimes =
        ["DATE", "TIME", "DATETIME", "FECHA", "HORA", "DATUM", "ZEIT", "UHRZEIT", "DATA", "HEURE"];

    /// <summary>Which one is missing, and what to do; <c>null</c> where none is.</summary>
    /// <param name="map">The map.</param>
    /// <param name="isThere">Whether a slot has a column.</param>
    /// <param name="columns">The names of all columns.</param>
    public static string? FindMissing(ColumnMap map, Func<int, bool> isThere, IReadOnlyList<string> columns)
    {
        var found = $" The columns are: {SafeText.Clean(string.Join(", ", columns.Index().Select(InWords)))}.";
        for (var slot = 0; slot < map.Slots.Count; slot++)
        {
            if (map.Slots[slot].Given is { } given && !isThere(slot))
            {
                return $"no column '{SafeText.Clean(given)}', which --map names for {map.Slots[slot].Name}.{found}";
            }
        }

        var scores = Enumerable.Range(SurveyFacts.Count, map.Scores).ToList();
        if (!scores.Exists(slot => isThere(slot)))
        {
            var looked = string.Join(" or ", scores.SelectMany(slot => map.Slots[slot].Usual).Distinct());
            return $"no column for the score ({looked}): name it with --map score=COLUMN.{found}"
                + Scales.Hint(columns, map.Slots[scores[0]].Question);
        }

        return Times.Any(fact => isThere((int)fact))
            ? null
            : $"no column with a time: name one with --map completed=COLUMN.{found}{Proposal(columns)}";
    }

    // A date alone, or a time of day alone, would not do: so these are not taken unasked.
    private static string Proposal(IReadOnlyList<string> columns) =>
        columns.FirstOrDefault(column => PossibleTimes.Contains(ColumnNames.Key(column))) is { } column
            ? $" If '{SafeText.Clean(column)}' is the time of completion: --map completed={SafeText.Clean(column)}."
            : "";

    private static string InWords((int Index, string Name) column) =>
        column.Name.Length > 0 ? column.Name : ColumnNames.AtPosition(column.Index + 1);
}
