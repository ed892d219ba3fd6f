using static System.FormattableString;

namespace CxoneAssist.Domain;

/// <summary>
/// A condition on another answer of the form. Where a field is given more than once, one answer
/// that fits is enough.
/// </summary>
public abstract class AnswerCondition : FollowUpCondition
{
    private protected AnswerCondition(string field)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        Field = NormalForm.Compose(field);
    }

    /// <summary>The form's field name, compared without regard to case.</summary>
    public string Field { get; }

    internal override bool Holds(PolicyInput input) => Find(input, any: false) is not null;

    internal override string Explain(PolicyInput input)
    {
        if ((Find(input, any: false) ?? Find(input, any: true)) is not { } value)
        {
            return $"{Field} is not answered";
        }

        var shown = $"{Field} is '{ScoreText.Quote(value.AsSpan().Trim())}'";
        return Holds(input) ? shown : $"{shown}, not {Wanted}";
    }

    internal override string Subject => "response " + Field;

    internal override int Rank => int.MaxValue;

    private protected abstract string Wanted { get; }

    private protected abstract bool Fits(string answer);

    private string? Find(PolicyInput input, bool any)
    {
        var responses = input.Form.Responses;
        for (var i = 0; i < responses.Count; i++)
        {
            if (string.Equals(responses[i].FieldName, Field, StringComparison.OrdinalIgnoreCase)
                && responses[i].Value is { } value && !string.IsNullOrWhiteSpace(value) && (any || Fits(value)))
            {
                return value;
            }
        }

        return null;
    }
}

/// <summary>An answer is one of some values, without regard to case.</summary>
/// <param name="field">The form's field name.</param>
/// <param name="values">The values, at least one, none blank.</param>
public sealed class AnswerIsOneOf(string field, IReadOnlyList<string> values) : AnswerCondition(field)
{
    private readonly string[] _values = Normal(values, nameof(values));

    /// <summary>The values.</summary>
    public IReadOnlyList<string> Values => _values;

    private protected override string Wanted => Listed(Values);

    private protected override bool Fits(string answer) => ScoreWords.Contains(_values, answer.AsSpan().Trim());
}

/// <summary>An answer is a number below or above a bound, or between two.</summary>
public sealed class AnswerInRange : AnswerCondition
{
    private readonly ScoreQuestion? _question;

    /// <summary>Makes one.</summary>
    /// <param name="field">The form's field name.</param>
    /// <param name="above">The number must be above this; <c>null</c> for any.</param>
    /// <param name="below">The number must be below this; <c>null</c> for any.</param>
    /// <exception cref="ArgumentException">
    /// There is no bound, or no number lies between the two.
    /// </exception>
    public AnswerInRange(string field, decimal? above, decimal? below)
        : base(field)
    {
        if ((above is null && below is null) || above >= below)
        {
            throw new ArgumentException("A bound is needed, and the one below above the one above.", nameof(below));
        }

        (Above, Below) = (Normal(above), Normal(below));
    }

    private AnswerInRange(AnswerInRange range, ScoreQuestion question)
        : this(range.Field, range.Above, range.Below) => _question = question;

    /// <summary>The number must be above this; <c>null</c> for any.</summary>
    public decimal? Above { get; }

    /// <summary>The number must be below this; <c>null</c> for any.</summary>
    public decimal? Below { get; }

    /// <summary>The same, reading answers as a question does of which it asks the field.</summary>
    internal AnswerInRange WithAnswersReadAs(ScoreQuestion question) => new(this, question);

    private static decimal? Normal(decimal? bound) => bound is { } number ? ScoreText.Normal(number) : null;

    private protected override string Wanted => (Above, Below) switch
    {
        ({ } above, { } below) => Invariant($"above {above} and below {below}"),
        ({ } above, null) => Invariant($"above {above}"),
        _ => Invariant($"below {Below}"),
    };

    private protected override bool Fits(string answer) =>
        TryNumber(answer.AsSpan().Trim(), out var number) && !(number <= Above) && !(number >= Below);

    private bool TryNumber(ReadOnlySpan<char> answer, out decimal number) =>
        _question?.TryNumber(answer, out number) ?? ScoreText.TryRead(answer, out number);
}

/// <summary>A field is answered, or is not.</summary>
/// <param name="field">The form's field name.</param>
/// <param name="given">
/// Whether it must be answered: <c>present</c> in a policy's file, else <c>absent</c>.
/// </param>
public sealed class AnswerGiven(string field, bool given) : AnswerCondition(field)
{
    /// <summary>Whether it must be answered.</summary>
    public bool Given { get; } = given;

    internal override bool Holds(PolicyInput input) => base.Holds(input) == Given;

    internal override string Explain(PolicyInput input) =>
        $"{Field} is {(base.Holds(input) ? "answered" : "not answered")}";

    private protected override string Wanted => "answered";

    private protected override bool Fits(string answer) => true;
}
