using System.Text;
using System.Text.Json;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Reads JSON values without throwing: JSON may escape half a surrogate pair, which is valid UTF-8
/// but not valid text.
/// </summary>
internal static class WebhookText
{
    /// <summary>Stands for an event type that is not valid text.</summary>
    public const string Unreadable = "\uFFFD";

    private const int MaxTextLength = 256;
    private const int MaxDigits = 20;

    // The most bytes that a character can take in JSON: \u0041.
    private const int MaxEscapedBytes = 6;

    public static bool Is(in Utf8JsonReader name, ReadOnlySpan<byte> expected)
    {
        // Only an escaped name can be invalid text.
        if (!name.ValueIsEscaped)
        {
            return name.ValueSpan.SequenceEqual(expected);
        }

        return Decode(name) is { } text && text == Encoding.UTF8.GetString(expected);
    }

    /// <summary>
    /// An id, given as text or as an integer; <c>null</c> for any other value and for an invalid
    /// id.
    /// </summary>
    public static string? Identifier(in Utf8JsonReader value)
    {
        var id = value.TokenType switch
        {
            JsonTokenType.String when value.ValueSpan.Length <= Domain.Identifier.MaxLength * MaxEscapedBytes =>
                Decode(value),
            JsonTokenType.Number => Integer(value),
            _ => null,
        };
        return Domain.Identifier.IsValid(id) ? id : null;
    }

    /// <summary>The whole name of an event; <c>null</c> where the value is not text.</summary>
    public static string? Name(in Utf8JsonReader value, out DropReason? dropped)
    {
        var isText = value.TokenType == JsonTokenType.String;
        dropped = isText || value.TokenType == JsonTokenType.Null ? null : DropReason.WrongType;
        return isText ? Decode(value) ?? Unreadable : null;
    }

    /// <summary>
    /// A text that is kept as it was sent, or the digits of an integer: 1 to 256 characters, not
    /// only white space, no control character.
    /// </summary>
    /// <param name="value">The value at which a reader stands.</param>
    /// <param name="dropped">
    /// Why the value is not used; <c>null</c> where it is used, and where it says nothing: JSON's
    /// <c>null</c> or a blank text.
    /// </param>
    public static string? Short(in Utf8JsonReader value, out DropReason? dropped)
    {
        var text = value.TokenType switch
        {
            JsonTokenType.String when value.ValueSpan.Length <= MaxTextLength * MaxEscapedBytes => Decode(value),
            JsonTokenType.Number => Integer(value),
            _ => null,
        };
        dropped = Objection(value, text);
        return dropped is null && !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    private static DropReason? Objection(in Utf8JsonReader value, string? text) => value.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number => text is null ? DropReason.NotAnInteger : null,
        not JsonTokenType.String => DropReason.WrongType,
        _ when value.ValueSpan.Length > MaxTextLength * MaxEscapedBytes => DropReason.TooLong,
        _ when text is null => DropReason.NotPlainText,
        _ when string.IsNullOrWhiteSpace(text) => null,
        _ when text.Length > MaxTextLength => DropReason.TooLong,
        _ => text.Any(char.IsControl) ? DropReason.NotPlainText : null,
    };

    private static string? Integer(in Utf8JsonReader value) =>
        value.ValueSpan.Length <= MaxDigits && value.ValueSpan.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            ? Encoding.ASCII.GetString(value.ValueSpan)
            : null;

    private static string? Decode(in Utf8JsonReader value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
