using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxoneAssist.Infrastructure.Cxone.Wire;

// An answer that lacks what the contract requires, or says it twice, must fail to parse: it is never taken for an empty one.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(FormsWire))]
[JsonSerializable(typeof(FormWire))]
[JsonSerializable(typeof(FormWire[]))]
[JsonSerializable(typeof(TaskWire))]
[JsonSerializable(typeof(CreatedWire))]
[JsonSerializable(typeof(FoundTasksWire))]
[JsonSerializable(typeof(NotificationWire))]
[JsonSerializable(typeof(TokenWire))]
internal sealed partial class CxoneJson : JsonSerializerContext;

internal static class JsonText
{
    /// <summary>A JSON value as text: strings as they are, numbers and anything else as they were written, nothing as <c>null</c>.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    /// <summary>Lists may not hold <c>null</c>; the serializer does not see to that by itself.</summary>
    public static void RequireAll<T>(IEnumerable<T?> items)
        where T : class
    {
        if (items.Contains(null))
        {
            throw new JsonException("A list holds null.");
        }
    }
}
