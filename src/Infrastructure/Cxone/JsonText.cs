using System.Text.Json;

namespace CxoneAssist.Infrastructure.Cxone;

internal static class JsonText
{
    /// <summary>
    /// A JSON value as text: strings as they are, numbers and all other values as they were written, a missing value or
    /// null as <c>null</c>.
    /// </summary>
    public static string? FromValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    /// <summary>Refuses a list that holds <c>null</c>, which the serializer would accept.</summary>
    public static void RequireNoNull<T>(IEnumerable<T?> items)
        where T : class
    {
        if (items.Contains(null))
        {
            throw new JsonException("A list holds null.");
        }
    }
}
