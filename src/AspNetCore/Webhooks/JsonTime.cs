using System.Buffers;
using System.Text;
using System.Text.Json;
using CxoneAssist.Domain;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Reads an ISO 8601 time, or seconds or milliseconds since 1970; a time without an offset is UTC, whatever the
/// machine's zone.
/// </summary>
internal static class JsonTime
{
    private const int LongestText = 64;

    /// <param name="value">The value at which a reader stands.</param>
    /// <param name="dropped">Why there is no time, although the value is not <c>null</c> or empty.</param>
    public static DateTimeOffset? Read(in Utf8JsonReader value, out DropReason? dropped)
    {
        var time = Read(value);
        dropped = time is not null || value.TokenType == JsonTokenType.Null || value.ValueSpan.IsEmpty ? null
            : value.TokenType is JsonTokenType.String or JsonTokenType.Number ? DropReason.NotATime
            : DropReason.WrongType;
        return time;
    }

    private static DateTimeOffset? Read(in Utf8JsonReader value)
    {
        if (value.TokenType is not (JsonTokenType.String or JsonTokenType.Number) || value.ValueIsEscaped)
        {
            return null;
        }

        Span<char> text = stackalloc char[LongestText];
        return Ascii.ToUtf16(value.ValueSpan, text, out var length) == OperationStatus.Done
            ? Iso8601.ReadInstant(text[..length], Iso8601Forms.Wire)
            : null;
    }
}
