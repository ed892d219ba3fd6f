namespace CxoneAssist.Domain;

/// <summary>The question a policy goes by, and its scale.</summary>
/// <param name="Field">The form's field name, compared without regard to case: a spelling difference must not hide an unhappy customer.</param>
/// <param name="Min">The lowest score of the scale, inclusive.</param>
/// <param name="Max">The highest score of the scale, inclusive.</param>
public sealed record ScoreQuestion(string Field, decimal Min, decimal Max)
{
    /// <summary>Reads the score out of a form.</summary>
    /// <param name="form">The customer's form.</param>
    /// <returns>The score, or that there is none, or why it cannot be relied on. Never throws on any form.</returns>
    public SatisfactionScore Read(PostInteractionForm form)
    {
        SatisfactionScore? first = null;
        foreach (var response in form.Responses)
        {
            if (!string.Equals(response.FieldName, Field, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var score = Parse(response.Value);
            if (first is not null && first != score)
            {
                return new SatisfactionScore.Invalid($"{Field} is given more than once, with different values");
            }

            first = score;
        }

        return first ?? new SatisfactionScore.Unanswered($"the form has no field {Field}");
    }

    private SatisfactionScore Parse(string? value)
    {
        var text = value.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return new SatisfactionScore.Unanswered($"{Field} is empty");
        }

        if (!ScoreText.TryRead(text, out var score))
        {
            return new SatisfactionScore.Invalid($"{Field} is not a number: '{ScoreText.Quote(text)}'");
        }

        return score < Min || score > Max
            ? new SatisfactionScore.Invalid(FormattableString.Invariant($"{Field} is {score}, outside the scale {Min} to {Max}"))
            : new SatisfactionScore.Answered(score);
    }
}

/// <summary>What a form says about the customer's satisfaction. One of the nested records; there are no others.</summary>
public abstract record SatisfactionScore
{
    private SatisfactionScore()
    {
    }

    /// <summary>The customer gave a score within the scale.</summary>
    /// <param name="Value">The score.</param>
    public sealed record Answered(decimal Value) : SatisfactionScore;

    /// <summary>The customer gave no score.</summary>
    /// <param name="Reason">How that shows: no such field, or an empty one.</param>
    public sealed record Unanswered(string Reason) : SatisfactionScore;

    /// <summary>The form holds something that is no score of the scale; a person has to look.</summary>
    /// <param name="Reason">What is wrong with it.</param>
    public sealed record Invalid(string Reason) : SatisfactionScore;
}
