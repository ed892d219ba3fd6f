using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// Maps columns to facts and answers: <c>--map</c> first, else the usual names. One slot per fact,
/// then one per answer.
/// </summary>
internal sealed class ColumnMap
{
    private const string ScoreName = "score";
    private const string AnswerPrefix = "response:";

    private readonly List<Slot> _slots = [];

    /// <param name="scoreFields">
    /// The fields that each policy takes its score from. The first is also looked for in the
    /// score's usual columns. The others are looked for only under their own names, since one
    /// answer cannot answer several questions.
    /// </param>
    /// <param name="answerFields">The other fields that the policies need.</param>
    /// <param name="given">The columns of <c>--map</c>, by fact.</param>
    public ColumnMap(
        IReadOnlyList<IReadOnlyList<string>> scoreFields,
        IEnumerable<string> answerFields,
        IReadOnlyDictionary<string, string> given)
    {
        given = given.DistinctBy(one => NormalForm.Compose(one.Key)).ToDictionary(
            one => NormalForm.Compose(one.Key), one => NormalForm.Compose(one.Value));
        foreach (var fact in Enum.GetValues<SurveyFact>())
        {
            var name = SurveyFacts.Name(fact);
            _slots.Add(new(name, given.GetValueOrDefault(name), SurveyFacts.Columns(fact)));
        }

        AddScores(scoreFields, given.GetValueOrDefault(ScoreName), given);
        AddAnswers(answerFields, given);
    }

    /// <summary>The names that can be mapped, for help and errors.</summary>
    public static string Names { get; } =
        $"{ScoreName}, {string.Join(", ", Enum.GetValues<SurveyFact>().Select(SurveyFacts.Name))}, {AnswerPrefix}FIELD";

    /// <summary>The facts in their order, then the answers.</summary>
    public IReadOnlyList<Slot> Slots => _slots;

    /// <summary>The answers' field names, in the order of their slots.</summary>
    public IReadOnlyList<string> Answers => [.. _slots.Skip(SurveyFacts.Count).Select(slot => slot.Name)];

    /// <summary>How many of the answers are scores; they come first.</summary>
    public int Scores { get; private set; }

    /// <summary>Whether a name can be mapped.</summary>
    public static bool Knows(string name) =>
        name == ScoreName
        || (name.Length > AnswerPrefix.Length && name.StartsWith(AnswerPrefix, StringComparison.Ordinal))
        || Enum.GetValues<SurveyFact>().Any(fact => SurveyFacts.Name(fact) == name);

    /// <summary>
    /// The slot and rank of a column; the lowest rank counts where a row has several for one slot.
    /// </summary>
    public IEnumerable<(int Slot, int Rank)> SlotsFor(string column)
    {
        column = NormalForm.Compose(column);
        for (var slot = 0; slot < _slots.Count; slot++)
        {
            if (_slots[slot].Rank(column) is { } rank)
            {
                yield return (slot, rank);
            }
        }
    }

    /// <summary>
    /// Checks that every column of <c>--map</c> occurred, in a file without a header at least once.
    /// </summary>
    /// <exception cref="CommandFailure">
    /// One did not: its values would all count as missing.
    /// </exception>
    public void InsistOnGiven(string where, IEnumerable<(string What, string Column)> found)
    {
        var names = found.Select(one => one.What).ToHashSet();
        if (_slots.Find(slot => slot.Given is not null && !names.Contains(slot.Name)) is { } unseen)
        {
            throw new CommandFailure(
                $"{where}: no object has a member '{SafeText.Clean(unseen.Given!)}', which --map names for "
                    + $"{unseen.Name}. "
                + "Correct this --map, or leave it out.", ExitCode.Usage);
        }
    }

    private void AddScores(
        IReadOnlyList<IReadOnlyList<string>> policies, string? given, IReadOnlyDictionary<string, string> map)
    {
        foreach (var field in policies.SelectMany(fields => fields).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var isFirst = policies.Any(fields => string.Equals(fields[0], field, StringComparison.OrdinalIgnoreCase));
            var named = map.GetValueOrDefault(AnswerPrefix + field) ?? (isFirst ? given : null);
            _slots.Add(new(field, named, isFirst ? [field, .. SurveyFacts.ScoreColumns] : [field]));
            Scores++;
        }
    }

    private void AddAnswers(IEnumerable<string> fields, IReadOnlyDictionary<string, string> map)
    {
        var named = map.Keys.Where(name => name.StartsWith(AnswerPrefix, StringComparison.Ordinal))
            .Select(name => name[AnswerPrefix.Length..]);
        foreach (var field in fields.Concat(named).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (!_slots.Skip(SurveyFacts.Count)
                .Any(slot => string.Equals(slot.Name, field, StringComparison.OrdinalIgnoreCase)))
            {
                _slots.Add(new(field, map.GetValueOrDefault(AnswerPrefix + field), [field]));
            }
        }
    }

    /// <summary>A value that is read from a column.</summary>
    /// <param name="Name">The name of the value.</param>
    /// <param name="Given">The column that <c>--map</c> names for it.</param>
    /// <param name="Usual">The columns that are tried otherwise.</param>
    internal sealed record Slot(string Name, string? Given, IReadOnlyList<string> Usual)
    {
        public int? Rank(string column)
        {
            if (Given is not null)
            {
                return string.Equals(Given, column, StringComparison.OrdinalIgnoreCase) ? 0 : null;
            }

            for (var rank = 0; rank < Usual.Count; rank++)
            {
                if (string.Equals(Usual[rank], column, StringComparison.OrdinalIgnoreCase))
                {
                    return rank;
                }
            }

            return null;
        }
    }
}
