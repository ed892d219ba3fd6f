using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Surveys.Columns;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// Checks that a column which was taken for a score without being named is on the policy's scale. Single answers beyond
/// it are left to the policy, which has them reviewed.
/// </summary>
internal static class ScaleCheck
{
    private const int OneIn = 20;

    // The policy's own field is the column that is meant; some wrong answers in it are nothing unusual.
    private const int OneInOwn = 5;

    /// <exception cref="CommandFailure">It is on another scale.</exception>
    public static void Insist(
        string name, ColumnMap map, IEnumerable<(string What, string Column)> columns,
        IReadOnlyCollection<(long Line, string?[] Slots)> sample)
    {
        foreach (var (what, column) in columns)
        {
            var slot = map.Slots.Index().Last(one => one.Item.Name == what);
            if (slot.Item is { Question: not null, Given: null })
            {
                Insist(name, slot.Item, column, [.. sample.Select(row => row.Slots[slot.Index])]);
            }
        }
    }

    private static void Insist(string name, ColumnSlot slot, string column, IReadOnlyList<string?> answers)
    {
        var question = slot.Question!;
        var numbers = answers.Select(answer => ScoreText.TryRead(answer.AsSpan().Trim(), out var number) ? number : (decimal?)null)
            .OfType<decimal>().ToList();
        var beyond = numbers.Where(number => !question.IsOnScale(number)).ToList();
        var isFallback = slot.IsFallback(column);
        if (beyond.Count * (isFallback ? OneIn : OneInOwn) <= numbers.Count)
        {
            return;
        }

        var range = FormattableString.Invariant($"from {question.Min} to {question.Max}");
        var found = FormattableString.Invariant($"column '{SafeText.Clean(column)}' goes from {numbers.Min()} to {numbers.Max()}");
        throw new CommandFailure(
            isFallback
                ? $"{name}: the policy's field is {slot.Name}, {range}; there is none, and {found}. Name {Remedy(column)}"
                : $"{name}: the policy's field {slot.Name} is {range}, and {found}. Correct the scale of the policy, or name {Remedy(column)}",
            ExitCode.Usage);
    }

    private static string Remedy(string column)
    {
        var map = $"score={SafeText.Clean(column)}";
        return $"the column of the score with --map score=COLUMN; if it is this one, --map {(map.Contains(' ', StringComparison.Ordinal) ? $"'{map}'" : map)}.";
    }
}
