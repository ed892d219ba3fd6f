using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Surveys.Columns;

/// <summary>
/// Maps columns to facts and answers: <c>--map</c> first, else the usual names. One slot per fact,
/// then one per answer.
/// </summary>
internal sealed class ColumnMap
{
    private const string ScoreName = "score";
    private const string AnswerPrefix = "response:";

    private readonly List<ColumnSlot> _slots = [];

    /// <param name="questions">
    /// The question of each policy. Its first field is also looked for in the columns that are usual for its scale.
    /// The others are looked for only under their own names, since one answer cannot answer several questions.
    /// </param>
    /// <param name="conditions">What the policies ask of other answers.</param>
    /// <param name="given">The columns of <c>--map</c>, by fact.</param>
    public ColumnMap(
        IReadOnlyList<ScoreQuestion> questions,
        IReadOnlyList<AnswerCondition> conditions,
        IReadOnlyDictionary<string, string> given)
    {
        given = given.DistinctBy(one => NormalForm.Compose(one.Key)).ToDictionary(
            one => NormalForm.Compose(one.Key), one => NormalForm.Compose(one.Value));
        foreach (var fact in Enum.GetValues<SurveyFact>())
        {
            var name = SurveyFacts.Name(fact);
            _slots.Add(new(name, given.GetValueOrDefault(name), SurveyFacts.Columns(fact)));
        }

        AddScores(questions, given.GetValueOrDefault(ScoreName), given);
        AddAnswers(conditions, given);
    }

    /// <summary>The names that can be mapped, for help and errors.</summary>
    public static string Names { get; } =
        $"{ScoreName}, {string.Join(", ", Enum.GetValues<SurveyFact>().Select(SurveyFacts.Name))}, {AnswerPrefix}FIELD";

    /// <summary>The facts in their order, then the answers.</summary>
    public IReadOnlyList<ColumnSlot> Slots => _slots;

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
    /// <param name="column">The name of the column.</param>
    /// <param name="position">Its position, counted from 1; <c>null</c> where columns have none.</param>
    public IEnumerable<(int Slot, int Rank)> SlotsFor(string column, int? position)
    {
        for (var slot = 0; slot < _slots.Count; slot++)
        {
            if (_slots[slot].Rank(column, position) is { } rank)
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
        IReadOnlyList<ScoreQuestion> questions, string? given, IReadOnlyDictionary<string, string> map)
    {
        foreach (var field in questions.SelectMany(question => question.Fields).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var asking = questions.Where(question => IsSame(question.Fields[0], field)).ToList();
            var named = map.GetValueOrDefault(AnswerPrefix + field) ?? (asking.Count > 0 ? given : null);
            // Where two policies disagree about the scale of a field, no other column is on both scales.
            var fallbacks = asking.Select(Scales.Columns).DefaultIfEmpty([]).Aggregate(
                (one, other) => [.. one.Intersect(other)]);
            _slots.Add(new(field, named, [field, .. fallbacks])
            {
                Question = questions.First(question => question.Fields.Contains(field, StringComparer.OrdinalIgnoreCase)),
                IsNumber = true,
            });
            Scores++;
        }
    }

    private void AddAnswers(IReadOnlyList<AnswerCondition> conditions, IReadOnlyDictionary<string, string> map)
    {
        var named = map.Keys.Where(name => name.StartsWith(AnswerPrefix, StringComparison.Ordinal))
            .Select(name => name[AnswerPrefix.Length..]);
        foreach (var field in conditions.Select(one => one.Field).Concat(named).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (!_slots.Skip(SurveyFacts.Count).Any(slot => IsSame(slot.Name, field)))
            {
                _slots.Add(new(field, map.GetValueOrDefault(AnswerPrefix + field), [field])
                {
                    IsNumber = conditions.Any(one => one is AnswerInRange && IsSame(one.Field, field)),
                });
            }
        }
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
