using System.Text;
using System.Text.Json;

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>Reads the JSON of a policy's file, within bounds. The framework's document would keep no places.</summary>
internal ref struct PolicyParser
{
    public const int MaxBytes = 1024 * 1024;
    private const int MaxDepth = 16;
    private const int MaxValues = 50_000;

    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _json;
    private int _values;

    private PolicyParser(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _json = new Utf8JsonReader(
            utf8, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth });
    }

    /// <summary>Reads it.</summary>
    /// <param name="utf8">The file without its byte order mark.</param>
    /// <param name="offset">Where it is broken, if it is.</param>
    /// <param name="message">How.</param>
    /// <returns>The document, or <c>null</c> where it is broken.</returns>
    public static PolicyNode? Parse(ReadOnlySpan<byte> utf8, out int offset, out string message)
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

        var parser = new PolicyParser(utf8);
        try
        {
            return parser.Document();
        }
        catch (JsonException exception)
        {
            offset = parser.OffsetOf(exception);
            message = $"This is not JSON: {FirstSentence(exception.Message)} Look here and just before for a missing or spare comma, quote or bracket.";
        }
        catch (InvalidOperationException)
        {
            offset = (int)parser._json.TokenStartIndex;
            message = "The text holds half a character, a lone \\ud800 to \\udfff. Write the character itself, or both halves.";
        }
        catch (TooManyValuesException)
        {
            offset = (int)parser._json.TokenStartIndex;
            message = "The file holds more than 50000 values. No policy needs that many: check that it is the right file.";
        }

        return null;
    }

    private PolicyNode Document()
    {
        _json.Read();
        var root = Value();
        _json.Read();
        return root;
    }

    private PolicyNode Value()
    {
        if (++_values > MaxValues)
        {
            throw new TooManyValuesException();
        }

        var node = new PolicyNode(_json.TokenType, (int)_json.TokenStartIndex) { Text = Text() };
        switch (node.Kind)
        {
            case JsonTokenType.StartObject:
                while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
                {
                    var (name, offset) = (_json.GetString()!, (int)_json.TokenStartIndex);
                    _json.Read();
                    node.Members.Add(new PolicyMember(name, offset, Value()));
                }

                break;
            case JsonTokenType.StartArray:
                while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
                {
                    node.Items.Add(Value());
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

    // The framework adds the place in its own counting.
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private sealed class TooManyValuesException : Exception;
}
