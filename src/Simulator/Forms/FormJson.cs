using System.Text.Json;
using CxoneAssist.Simulator.Serving;

namespace CxoneAssist.Simulator.Forms;

/// <summary>Serializes a form as CXone does.</summary>
internal static class FormJson
{
    public static byte[] Serialize(
        string interactionId, IEnumerable<KeyValuePair<string, string>> answers, DateTimeOffset? submittedAt) =>
        ResponseJson.Serialize((interactionId, answers, submittedAt), static (json, form) => Write(json, form));

    private static void Write(
        Utf8JsonWriter json,
        (string InteractionId, IEnumerable<KeyValuePair<string, string>> Answers, DateTimeOffset? SubmittedAt) form)
    {
        json.WriteString("interactionId"u8, form.InteractionId);
        if (form.SubmittedAt is { } submittedAt)
        {
            json.WriteString("submittedAt"u8, submittedAt.UtcDateTime);
        }

        json.WriteStartArray("responses"u8);
        foreach (var (field, answer) in form.Answers)
        {
            json.WriteStartObject();
            json.WriteString("fieldName"u8, field);
            json.WriteString("value"u8, answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
