using static System.FormattableString;

namespace CxoneAssist.Domain;

/// <summary>Reads what a question asks for out of a form.</summary>
internal static class ScoreReader
{
    private const int ShownAnswers = 3;

    public static SatisfactionScore Read(ScoreQuestion question, PostInteractionForm form) =>
        question.Fields.Count == 1 ? ReadField(question, question.Fields[0], form) : Combine(question, form);

    public static SatisfactionScore ReadField(ScoreQuestion question, string field, PostInteractionForm form)
    {
        SatisfactionScore? first = null;
        // Counted, not enumerated: this runs for every decision.
        for (var i = 0; i < form.Responses.Count; i++)
        {
            if (!string.Equals(form.Responses[i].FieldName, field, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var score = Parse(question, field, form.Responses[i].Value);
            if (first is not null && first != score
                && (first, score) is not (SatisfactionScore.Unanswered, SatisfactionScore.Unanswered))
            {
                return new SatisfactionScore.Invalid(Contradictory(field));
            }

            first = score;
        }

        return first ?? new SatisfactionScore.Unanswered($"the form has no field {field}");
    }

    public static string Contradictory(string field) => $"{field} is given more than once, with different values";

    /// <summary>
    /// The answers that a form gives to a field, each once, as a sentence can quote them; no more
    /// than a few.
    /// </summary>
    public static string Answers(string field, PostInteractionForm form)
    {
        string[] answers = [.. form.Responses
            .Where(response => string.Equals(response.FieldName, field, StringComparison.OrdinalIgnoreCase))
            .Select(response => response.Value.AsSpan().Trim() is { IsEmpty: false } text ? $"'{ScoreText.Quote(text)}'" : "no answer")
            .Distinct(StringComparer.Ordinal)];
        var more = answers.Length > ShownAnswers ? Invariant($" and {answers.Length - ShownAnswers} more") : "";
        return string.Join(", ", answers.Take(ShownAnswers)) + more;
    }

    private static SatisfactionScore Combine(ScoreQuestion question, PostInteractionForm form)
    {
        SatisfactionScore.Answered? counts = null;
        foreach (var field in question.Fields)
        {
            switch (ReadField(question, field, form))
            {
                case SatisfactionScore.Answered answered when counts is null
                    || question.IsWorse(answered.Value, counts.Value):
                    counts = answered;
                    break;
                case SatisfactionScore.Invalid invalid:
                    return invalid;
            }

            if (counts is not null && question.Combine == ScoreCombination.First)
            {
                break;
            }
        }

        return counts ?? (SatisfactionScore)new SatisfactionScore.Unanswered($"none of {string.Join(", ", question.Fields)} is answered");
    }

    private static SatisfactionScore Parse(ScoreQuestion question, string field, string? value)
    {
        var text = value.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return new SatisfactionScore.Unanswered($"{field} is empty");
        }

        if (question.MeansNone(text))
        {
            return new SatisfactionScore.Unanswered($"{field} is '{ScoreText.Quote(text)}', which means no answer");
        }

        if (!ScoreText.TryRead(text, out var score) && !question.IsLabel(text, out score))
        {
            return new SatisfactionScore.Invalid($"{field} is not a number: '{ScoreText.Quote(text)}'");
        }

        return question.IsOnScale(score)
            ? new SatisfactionScore.Answered(score, field)
            : new SatisfactionScore.Invalid(
            Invariant($"{field} is {score}, outside the scale {question.Min} to {question.Max}"));
    }
}
