using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Surveys.Columns;

/// <summary>
/// The columns that a score is looked for in when the file has none with its field's name. Only such as are usual for
/// the policy's own scale: a policy on 0 to 10 would take every answer on 1 to 5 for an unhappy one.
/// </summary>
internal static class Scales
{
    private static readonly (decimal Min, decimal Max, string[] Columns)[] Usual =
        [(1, 5, ["csat", "score"]), (0, 10, ["nps"]),];

    public static IReadOnlyList<string> Columns(ScoreQuestion question) =>
        question.Direction == ScaleDirection.LowIsWorse
            ? [.. Usual.Where(scale => (scale.Min, scale.Max) == (question.Min, question.Max)).SelectMany(scale => scale.Columns)]
            : [];

    /// <summary>Why a column with a usual name was not taken; empty where there is none.</summary>
    public static string Hint(IEnumerable<string> columns, ScoreQuestion? question)
    {
        foreach (var column in columns)
        {
            var usual = Array.Find(Usual, scale => scale.Columns.Contains(column, StringComparer.OrdinalIgnoreCase));
            if (usual.Columns is not null && question is not null)
            {
                return FormattableString.Invariant(
                    $" '{column}' is usually a scale from {usual.Min} to {usual.Max}, and the policy's is {question.Min} to {question.Max}: it is not taken unasked.");
            }
        }

        return "";
    }
}
