using System.Text;
using System.Text.Json;
using CxoneAssist.Domain.PolicyFile.Repairs;

namespace CxoneAssist.Domain.PolicyFile.Json;

/// <summary>
/// Reads the JSON of a policy's file, within bounds. The framework's document would keep no places.
/// </summary>
internal ref struct PositionedJsonParser
{
    public const int MaxBytes = 1024 * 1024;
    private const int MaxDepth = 16;
    private const int MaxValues = 50_000;

    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _json;
    private int _values;

    private PositionedJsonParser(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _json = new Utf8JsonReader(
            utf8, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 2 * MaxDepth });
    }

    /// <summary>Reads it.</summary>
    /// <param name="utf8">The file without its byte order mark.</param>
    /// <param name="offset">Where it is broken, if it is.</param>
    /// <param name="message">How.</param>
    /// <returns>The document, or <c>null</c> where it is broken.</returns>
    public static JsonNodeAt? Parse(ReadOnlySpan<byte> utf8, out int offset, out string message)
    {
        (offset, message) = (0, "");
        if (utf8.Length > MaxBytes)
        {
            message = "The file is larger than 1 MiB. No policy needs that much: check that it is the right file.";
            return null;
        }

        if (FirstBadByte(utf8) is { } bad)
        {
            (offset, message) = (bad, "The file is not UTF-8 text. Save it as UTF-8.");
            return null;
        }

        var parser = new PositionedJsonParser(utf8);
        try
        {
            return parser.Document();
        }
        catch (JsonException exception)
        {
            offset = parser.OffsetOf(exception);
            message = parser.Say(offset);
        }
        catch (InvalidOperationException)
        {
            offset = (int)parser._json.TokenStartIndex;
            message = "The text holds half a character, a lone \\ud800 to \\udfff. Write the character itself, or both halves.";
        }
        catch (OutOfBoundsException exception)
        {
            offset = (int)parser._json.TokenStartIndex;
            message = $"The file holds {exception.Message}. No policy needs that many: check that it is the right file.";
        }

        return null;
    }

    private JsonNodeAt Document()
    {
        _json.Read();
        var root = Value(1);
        _json.Read();
        return root;
    }

    private JsonNodeAt Value(int depth)
    {
        if (++_values > MaxValues || depth > MaxDepth)
        {
            throw new OutOfBoundsException(
                depth > MaxDepth ? "more than 16 values one in the other" : "more than 50000 values");
        }

        var node = new JsonNodeAt(_json.TokenType, (int)_json.TokenStartIndex) { Text = Text() };
        switch (node.Kind)
        {
            case JsonTokenType.StartObject:
                while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
                {
                    var (name, offset) = (_json.GetString()!, (int)_json.TokenStartIndex);
                    _json.Read();
                    node.Members.Add(new JsonMemberAt(name, offset, Value(depth + 1)));
                }

                break;
            case JsonTokenType.StartArray:
                while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
                {
                    node.Items.Add(Value(depth + 1));
                }

                break;
        }

        return node;
    }

    private readonly string Text() => _json.TokenType switch
    {
        JsonTokenType.String => _json.GetString()!,
        JsonTokenType.Number => Encoding.UTF8.GetString(_json.ValueSpan),
        _ => "",
    };

    private readonly int OffsetOf(JsonException exception)
    {
        var start = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            start += _utf8[start..].IndexOf((byte)'\n') + 1;
        }

        return Math.Min(start + (int)(exception.BytePositionInLine ?? 0), _utf8.Length);
    }

    private static int? FirstBadByte(ReadOnlySpan<byte> utf8)
    {
        for (var at = 0; at < utf8.Length;)
        {
            if (Rune.DecodeFromUtf8(utf8[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return null;
    }

    // In our own words: the framework's quote the file, whole and as it is.
    private readonly string Say(int offset)
    {
        if (offset >= _utf8.Length)
        {
            return _json.TokenType == JsonTokenType.None
                ? "The file holds nothing. Write a policy into it, or name another file."
                : "The file ends too early: a bracket, a brace or a quote is still open. Close it.";
        }

        if (_utf8[offset] is (byte)'\n' or (byte)'\r')
        {
            return SyntaxRepair.FindInLine(_utf8, offset)
                ?? "The line ends within a text. Close the text with a quote before the line ends.";
        }

        if (SyntaxRepair.Find(_utf8, offset) is { } repair)
        {
            return repair;
        }

        Rune.DecodeFromUtf8(_utf8[offset..], out var rune, out _);
        return $"This is not JSON: '{ScoreText.Quote(rune.ToString())}' cannot stand here. "
            + "Look here and just before for a missing or spare comma, quote or bracket.";
    }

    private sealed class OutOfBoundsException(string message) : Exception(message);
}
