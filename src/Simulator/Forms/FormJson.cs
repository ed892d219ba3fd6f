using System.Text.Json;
using CxoneAssist.Simulator.Serving;

namespace CxoneAssist.Simulator.Forms;

/// <summary>Serializes a form as CXone does.</summary>
internal static class FormJson
{
    public static byte[] Serialize(string interactionId, string score, DateTimeOffset? submittedAt) =>
        ResponseJson.Serialize((interactionId, score, submittedAt), static (json, form) => Write(json, form));

    private static void Write(
        Utf8JsonWriter json, (string InteractionId, string Score, DateTimeOffset? SubmittedAt) form)
    {
        json.WriteString("interactionId"u8, form.InteractionId);
        if (form.SubmittedAt is { } submittedAt)
        {
            json.WriteString("submittedAt"u8, submittedAt.UtcDateTime);
        }

        json.WriteStartArray("responses"u8);
        json.WriteStartObject();
        json.WriteString("fieldName"u8, "overall_satisfaction"u8);
        json.WriteString("value"u8, form.Score);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
