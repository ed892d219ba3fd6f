namespace CxoneAssist.Domain;

/// <summary>What the customer answered after an interaction.</summary>
/// <param name="Responses">The answers, in the order of the form.</param>
/// <param name="SubmittedAt">
/// When the customer sent it; <c>null</c> where the form does not say.
/// </param>
public sealed record PostInteractionForm(IReadOnlyList<FormResponse> Responses, DateTimeOffset? SubmittedAt = null)
{
    /// <summary>
    /// Why no policy may rely on it; <c>null</c> where nothing is known against it. A person
    /// reviews such a form.
    /// </summary>
    public string? ReviewReason { get; init; }

    /// <summary>
    /// What the form gives as its submission time, where that is not a time that can be read; otherwise <c>null</c>. It
    /// is only named in reasons, at most 40 characters of it.
    /// </summary>
    public string? UnreadSubmittedAt
    {
        get;
        init => field = value is null ? null : ScoreText.Quote(value);
    }

    /// <summary>
    /// The one of several forms of an interaction that counts: the one submitted last. Where
    /// another one may have been, for it has no time or the same, and says something else, the form
    /// that is returned has an <see cref="ReviewReason"/>.
    /// </summary>
    /// <param name="forms">The forms, at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static PostInteractionForm LastOf(IReadOnlyList<PostInteractionForm> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        if (forms.Count == 0)
        {
            throw new ArgumentException("There is no form.", nameof(forms));
        }

        var last = forms.MaxBy(form => form.SubmittedAt)!;
        return forms.Any(form => (form.SubmittedAt is null || form.SubmittedAt == last.SubmittedAt)
            && !form.Responses.SequenceEqual(last.Responses))
            ? last with { ReviewReason = "the customer submitted several forms that differ, and which one is the last cannot be told" }
            : last;
    }
}

/// <summary>One answer of a form.</summary>
/// <param name="FieldName">The question's field name.</param>
/// <param name="Value">
/// The answer as text, numbers as they were written; <c>null</c> for no answer.
/// </param>
public sealed record FormResponse(string FieldName, string? Value);
