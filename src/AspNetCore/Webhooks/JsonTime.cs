using System.Buffers;
using System.Text;
using System.Text.Json;
using CxoneAssist.Domain;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Reads an ISO 8601 time; one without an offset is UTC, whatever the machine's zone.
/// </summary>
internal static class JsonTime
{
    private const int LongestText = 64;

    public static DateTimeOffset? Read(in Utf8JsonReader value)
    {
        if (value.TokenType != JsonTokenType.String || value.ValueIsEscaped)
        {
            return null;
        }

        Span<char> text = stackalloc char[LongestText];
        return Ascii.ToUtf16(value.ValueSpan, text, out var length) == OperationStatus.Done
            ? Iso8601.ReadInstant(text[..length], Iso8601Forms.DateAlone | Iso8601Forms.Lenient)
            : null;
    }
}
