using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

/// <summary>
/// The answer to reading forms: one form, as the contract says, or a list of forms. Nothing, and a form without
/// answers and time, mean that there is no form yet. They are no failure of CXone: that would hold up others' forms.
/// </summary>
[JsonConverter(typeof(FormsReader))]
internal sealed record FormsWire(IReadOnlyList<FormWire> Forms)
{
    /// <summary>The form that counts; <c>null</c> where there is none yet.</summary>
    public PostInteractionForm? ToForm()
    {
        PostInteractionForm[] filled = [.. Forms.Where(form => !form.IsEmpty).Select(form => form.ToForm())];
        return filled.Length == 0 ? null : PostInteractionForm.LastOf(filled);
    }
}

internal sealed class FormsReader : JsonConverter<FormsWire>
{
    public override bool HandleNull => true;

    public override FormsWire Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            var form = JsonSerializer.Deserialize(ref reader, WorkflowJson.Default.FormWire);
            return new(form is null ? [] : [form]);
        }

        var forms = JsonSerializer.Deserialize(ref reader, WorkflowJson.Default.FormWireArray);
        JsonText.RequireNoNull(forms!);
        return new(forms!);
    }

    public override void Write(Utf8JsonWriter writer, FormsWire value, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}
