using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Domain;

namespace CxoneAssist.Application;

/// <summary>
/// A customer's form as it was read, kept with the follow-up until its contents are deleted: what a decision went by can be
/// seen, and decided on again under another policy.
/// </summary>
public sealed record RecordedForm
{
    // Above every form that a person fills in; a row stays small enough to be read with five hundred others.
    private const int MostResponses = 200;
    private const int LongestValue = 4_000;

    /// <summary>When the customer sent it, in UTC; <c>null</c> where the form does not say.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The answers, in the order of the form: the first 200, each at most 4,000 characters long.</summary>
    public required IReadOnlyList<RecordedResponse> Responses { get; init; }

    /// <summary>Whether answers were left out or cut. Default <c>false</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCut { get; init; }

    /// <summary>What a newer version of this program stored with it.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>How it is stored, once that is known: each of the saves that follow writes it again.</summary>
    [JsonIgnore]
    internal string? Stored { get; set; }

    internal static RecordedForm From(PostInteractionForm form)
    {
        var responses = form.Responses.Take(MostResponses)
            .Select(response => new RecordedResponse(response.FieldName, Cut(response.Value)))
            .ToList();
        return new()
        {
            SubmittedAt = form.SubmittedAt?.ToUniversalTime(),
            Responses = responses,
            IsCut = form.Responses.Count > MostResponses || form.Responses.Any(response => response.Value?.Length > LongestValue),
        };
    }

    // Never within a surrogate pair, which could not be stored.
    private static string? Cut(string? value) => value is null || value.Length <= LongestValue
        ? value
        : value[..(char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue)];
}

/// <summary>One answer of a form.</summary>
/// <param name="Field">The question's field name.</param>
/// <param name="Value">The answer as text; <c>null</c> for no answer.</param>
public sealed record RecordedResponse(string Field, string? Value);
