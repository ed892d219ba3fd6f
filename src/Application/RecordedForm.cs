using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Domain;

namespace CxoneAssist.Application;

/// <summary>
/// A customer's form as it was read, kept with the follow-up until its contents are deleted: people can see the facts of a
/// decision, and decide on them again under another policy.
/// </summary>
public sealed record RecordedForm
{
    // Above every form that a person fills in.
    private const int MostResponses = 200;
    private const int LongestField = 200;
    private const int LongestValue = 4_000;
    private const int LongestForm = 60_000;

    /// <summary>When the customer sent it, in UTC; <c>null</c> where the form does not say.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The answers, in the order of the form: the first 200, each at most 4,000 characters long, and 60,000 in all.</summary>
    public required IReadOnlyList<RecordedResponse> Responses { get; init; }

    /// <summary>Whether answers were left out or cut. Default <c>false</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCut { get; init; }

    /// <summary>What a newer version of this program stored with it.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    internal static RecordedForm From(PostInteractionForm form)
    {
        List<RecordedResponse> responses = [];
        var room = LongestForm;
        foreach (var response in form.Responses.Take(MostResponses))
        {
            var kept = new RecordedResponse(Cut(response.FieldName, LongestField)!, Cut(response.Value, LongestValue));
            room -= kept.Field.Length + (kept.Value?.Length ?? 0);
            if (room < 0)
            {
                break;
            }

            responses.Add(kept);
        }

        return new()
        {
            SubmittedAt = form.SubmittedAt?.ToUniversalTime(),
            Responses = responses,
            IsCut = !form.Responses.Select(response => (response.FieldName, response.Value))
                .SequenceEqual(responses.Select(response => (response.Field, response.Value))),
        };
    }

    // Never within a surrogate pair, which could not be stored.
    private static string? Cut(string? text, int longest) => text is null || text.Length <= longest
        ? text
        : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}

/// <summary>One answer of a form.</summary>
/// <param name="Field">The question's field name.</param>
/// <param name="Value">The answer as text; <c>null</c> for no answer.</param>
public sealed record RecordedResponse(string Field, string? Value);
