using System.Text.Json;
using CxoneAssist.Domain.PolicyFile.Json;

namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>
/// The condition on an answer that was most likely meant, where <c>true</c>, another object or a field's name alone
/// stands in its place.
/// </summary>
internal static class AnswerRepair
{
    private const string Present = "{ \"present\": true }";
    private const string Absent = "{ \"absent\": true }";

    /// <summary>The remedy for a value in the place of the condition; <c>null</c> where this one has none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="member">The field's name, as the remedy writes it.</param>
    public static string? Remedy(JsonNodeAt value, string member) => value.Kind switch
    {
        JsonTokenType.True => $"Write {member}{Present} for any answer, or {member}[\"true\"] for that one.",
        JsonTokenType.False => $"Write {member}{Absent} for no answer, or {member}[\"false\"] for that one.",
        JsonTokenType.Null => $"Write {member}{Absent} for no answer.",
        _ => null,
    };

    /// <summary>The remedy for an object with a member that the format has not, such as <c>equals</c>.</summary>
    /// <param name="asked">The value of that member.</param>
    /// <param name="member">The field's name, as the remedy writes it.</param>
    public static string InPlaceOfObject(JsonNodeAt asked, string member) => (ListRepair.Find(asked), asked.Kind) switch
    {
        (null, _) => $"For certain answers write a list in place of the object, like {member}[\"no\"].",
        ({ } list, JsonTokenType.Number) => $"Write {member}{list} in place of the object, or the numbers with 'below' and 'above'.",
        ({ } list, _) => $"Write {member}{list} in place of the object.",
    };

    /// <summary>The remedy for a condition that is not on a fact of the interaction.</summary>
    /// <param name="when">The conditions.</param>
    /// <param name="unknown">The unknown one.</param>
    public static string AsResponse(JsonNodeAt when, JsonMemberAt unknown)
    {
        var condition = unknown.Value.Kind == JsonTokenType.True ? Present : ListRepair.Find(unknown.Value);
        var written = condition is null ? null : $"\"{ScoreText.Quote(unknown.Name)}\": {condition}";
        return "Where it is a field of the form, write "
            + (written is null ? "it within 'responses'."
            : when.Members.Exists(member => member.Name == "responses") ? $"{written} within 'responses'."
            : $"\"responses\": {{ {written} }}.");
    }
}
