using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

/// <summary>
/// The answer to reading forms: one form, as the contract says, or a list of forms. An empty list
/// proves nothing, so it is refused.
/// </summary>
[JsonConverter(typeof(FormsReader))]
internal sealed record FormsWire(IReadOnlyList<FormWire> Forms)
{
    public PostInteractionForm ToForm() => PostInteractionForm.LastOf([.. Forms.Select(form => form.ToForm())]);
}

internal sealed class FormsReader : JsonConverter<FormsWire>
{
    public override FormsWire Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            var form = JsonSerializer.Deserialize(ref reader, WorkflowJson.Default.FormWire);
            return new([form ?? throw new JsonException("There is no form.")]);
        }

        var forms = JsonSerializer.Deserialize(ref reader, WorkflowJson.Default.FormWireArray);
        JsonText.RequireNoNull(forms!);
        return forms is { Length: > 0 } ? new(forms) : throw new JsonException("There is no form.");
    }

    public override void Write(Utf8JsonWriter writer, FormsWire value, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}
