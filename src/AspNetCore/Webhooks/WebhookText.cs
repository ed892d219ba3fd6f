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
            JsonTokenType.Number
                when value.ValueSpan.Length <= MaxDigits
                    && value.ValueSpan.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
                => Encoding.ASCII.GetString(value.ValueSpan),
            _ => null,
        };
        return Domain.Identifier.IsValid(id) ? id : null;
    }

    /// <summary>The whole name of an event; <c>null</c> where the value is not text.</summary>
    public static string? Name(in Utf8JsonReader value) =>
        value.TokenType == JsonTokenType.String ? Decode(value) ?? Unreadable : null;

    /// <summary>
    /// A text that is kept as it was sent: 1 to 256 characters, not only white space, no control
    /// character.
    /// </summary>
    public static string? Short(in Utf8JsonReader value) =>
        value.TokenType == JsonTokenType.String
        && value.ValueSpan.Length <= MaxTextLength * MaxEscapedBytes
        && Decode(value) is { Length: <= MaxTextLength } text
        && !string.IsNullOrWhiteSpace(text)
        && !text.AsSpan().ContainsAnyInRange('\0', '\u001F')
        && !text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
            ? text
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
