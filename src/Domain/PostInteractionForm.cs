namespace CxoneAssist.Domain;

/// <summary>What the customer answered after an interaction.</summary>
/// <param name="Responses">The answers, in the order of the form.</param>
/// <param name="SubmittedAt">When the customer sent it; <c>null</c> where the form does not say.</param>
public sealed record PostInteractionForm(IReadOnlyList<FormResponse> Responses, DateTimeOffset? SubmittedAt = null);

/// <summary>One answer of a form.</summary>
/// <param name="FieldName">The question's field name.</param>
/// <param name="Value">The answer as text, numbers as they were written; <c>null</c> for no answer.</param>
public sealed record FormResponse(string FieldName, string? Value);
