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

    /// <exception cref="CommandFailure">It is on another scale.</exception>
    public static void Insist(
        string name, ColumnMap map, IEnumerable<(string What, string Column)> columns,
        IReadOnlyCollection<(long Line, string?[] Slots)> sample)
    {
        foreach (var (what, column) in columns)
        {
            var slot = map.Slots.Index().Last(one => one.Item.Name == what);
            if (slot.Item.IsFallback(column))
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
        if (beyond.Count * OneIn <= numbers.Count)
        {
            return;
        }

        throw new CommandFailure(
            FormattableString.Invariant($"{name}: the policy's field is {slot.Name}, from {question.Min} to {question.Max}; there is none, and column ")
                + FormattableString.Invariant($"'{SafeText.Clean(column)}' goes from {numbers.Min()} to {numbers.Max()}. ")
                + $"Name the column of the score with --map score=COLUMN; if it is this one, --map score={SafeText.Clean(column)}.",
            ExitCode.Usage);
    }
}
