using System.Collections.ObjectModel;

namespace CxoneAssist.Domain;

/// <summary>What counts where a policy goes by several fields.</summary>
public enum ScoreCombination
{
    /// <summary>
    /// The worst answer given. One that is no score asks for review: it might be the worst.
    /// </summary>
    Worst,

    /// <summary>The first field that was answered, in the policy's order.</summary>
    First,
}

/// <summary>The question, or questions, a policy goes by, and their scale. Immutable.</summary>
public sealed class ScoreQuestion
{
    private readonly Dictionary<string, decimal> _labels = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] _unanswered = [];

    /// <summary>Makes one of a single field.</summary>
    /// <param name="field">
    /// The form's field name, compared without regard to case: a spelling difference must not hide
    /// an unhappy customer.
    /// </param>
    /// <param name="min">The lowest score of the scale, inclusive.</param>
    /// <param name="max">The highest score of the scale, inclusive.</param>
    /// <exception cref="ArgumentException">The name is blank, or the scale is empty.</exception>
    public ScoreQuestion(string field, decimal min, decimal max)
        : this([field], min, max)
    {
    }

    /// <summary>Makes one of several fields on one scale.</summary>
    /// <param name="fields">
    /// The form's field names, at least one, compared without regard to case.
    /// </param>
    /// <param name="min">The lowest score of the scale, inclusive.</param>
    /// <param name="max">The highest score of the scale, inclusive.</param>
    /// <exception cref="ArgumentException">
    /// There is no field, or a blank one, or one twice; or the scale is empty.
    /// </exception>
    public ScoreQuestion(IReadOnlyList<string> fields, decimal min, decimal max)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count == 0 || fields.Any(string.IsNullOrWhiteSpace)
            || fields.Select(NormalForm.Compose).Distinct(StringComparer.OrdinalIgnoreCase).Count() < fields.Count)
        {
            throw new ArgumentException("A policy goes by at least one field, each named once.", nameof(fields));
        }

        if (min >= max)
        {
            throw new ArgumentException("The highest score must be above the lowest.", nameof(max));
        }

        (Fields, Min, Max) = (new ReadOnlyCollection<string>([.. fields.Select(NormalForm.Compose)]), ScoreText.Normal(min), ScoreText.Normal(max));
    }

    /// <summary>The fields' names, in the policy's order.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>
    /// The fields' names in one text, for people and as the key of what was asked.
    /// </summary>
    public string Field => Fields.Count == 1 ? Fields[0] : string.Join('+', Fields);

    /// <summary>The lowest score of the scale, inclusive.</summary>
    public decimal Min { get; }

    /// <summary>The highest score of the scale, inclusive.</summary>
    public decimal Max { get; }

    /// <summary>
    /// What counts where there are several fields. Default <see cref="ScoreCombination.Worst"/>.
    /// </summary>
    public ScoreCombination Combine { get; init; }

    /// <summary>
    /// Which end of the scale is the unhappy one. Default <see cref="ScaleDirection.LowIsWorse"/>.
    /// </summary>
    public ScaleDirection Direction { get; init; }

    /// <summary>Words that stand for scores, without regard to case. Default none.</summary>
    /// <exception cref="ArgumentException">
    /// A word is blank, is a number, is given twice, or stands for a score outside the scale.
    /// </exception>
    public IReadOnlyDictionary<string, decimal> Labels
    {
        get => _labels;
        init => _labels = ScoreWords.Labels(value, Min, Max);
    }

    /// <summary>
    /// Answers that mean no answer, without regard to case, in addition to empty and missing ones.
    /// Default none.
    /// </summary>
    public IReadOnlyList<string> Unanswered
    {
        get => _unanswered;
        init => _unanswered = ScoreWords.Unanswered(value);
    }

    /// <summary>Whether a score is strictly worse than another.</summary>
    /// <param name="score">The score.</param>
    /// <param name="than">The other.</param>
    public bool IsWorse(decimal score, decimal than) =>
        Direction == ScaleDirection.LowIsWorse ? score < than : score > than;

    /// <summary>Reads the score out of a form.</summary>
    /// <param name="form">The customer's form.</param>
    /// <returns>
    /// The score, or that there is none, or why it cannot be relied on. Never throws on any form.
    /// </returns>
    internal SatisfactionScore Read(PostInteractionForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.ReviewReason is { } objection)
        {
            return new SatisfactionScore.Invalid(objection);
        }

        return ScoreReader.Read(this, form);
    }

    internal bool IsOnScale(decimal score) => score >= Min && score <= Max;

    internal bool MeansNone(ReadOnlySpan<char> answer) =>
        _unanswered.Length > 0 && ScoreWords.Contains(_unanswered, answer);

    /// <summary>
    /// What an answer stands for: a number, or a label's; nothing where it means none.
    /// </summary>
    internal bool TryNumber(ReadOnlySpan<char> answer, out decimal number)
    {
        number = 0;
        return !MeansNone(answer) && (ScoreText.TryRead(answer, out number) || IsLabel(answer, out number));
    }

    internal bool IsLabel(ReadOnlySpan<char> answer, out decimal score)
    {
        score = 0;
        return _labels.Count > 0 && _labels.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(answer, out score);
    }
}
