namespace CxoneAssist.Domain.PolicyFile.Json;

/// <summary>What stands before a place in a file, blanks and comments aside.</summary>
internal enum JsonBefore
{
    Nothing,
    Opening,
    Name,
    Colon,
    Comma,
    Value,

    /// <summary>The end of the whole document.</summary>
    Document,
}

/// <summary>
/// Finds what stands before a place. A missing comma and a missing colon can only be told apart from the beginning on.
/// </summary>
internal ref struct JsonBeforeScan(ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private readonly Stack<byte> _open = [];
    private JsonBefore _before;
    private int _at;

    public static JsonBefore Find(ReadOnlySpan<byte> utf8, int offset) => new JsonBeforeScan(utf8[..offset]).Scan();

    private JsonBefore Scan()
    {
        while (_at < _utf8.Length)
        {
            _before = Next(_utf8[_at]);
        }

        return _before == JsonBefore.Value && _open.Count == 0 ? JsonBefore.Document : _before;
    }

    private JsonBefore Next(byte letter)
    {
        switch (letter)
        {
            case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                _at++;
                return _before;
            case (byte)'/':
                SkipComment();
                return _before;
            case (byte)'{' or (byte)'[':
                _open.Push(letter);
                return Step(JsonBefore.Opening);
            case (byte)'}' or (byte)']':
                _open.TryPop(out _);
                return Step(JsonBefore.Value);
            case (byte)',':
                return Step(JsonBefore.Comma);
            case (byte)':':
                return Step(JsonBefore.Colon);
            case (byte)'"':
                SkipText();
                var isName = _before != JsonBefore.Colon && _open.TryPeek(out var open) && open == '{';
                return isName ? JsonBefore.Name : JsonBefore.Value;
            default:
                return Step(JsonBefore.Value);
        }
    }

    private JsonBefore Step(JsonBefore before)
    {
        _at++;
        return before;
    }

    private void SkipText()
    {
        for (_at++; _at < _utf8.Length && _utf8[_at] != '"'; _at++)
        {
            if (_utf8[_at] == '\\')
            {
                _at++;
            }
        }

        _at++;
    }

    private void SkipComment()
    {
        var rest = _utf8[_at..];
        var end = rest.StartsWith("/*"u8) ? rest.IndexOf("*/"u8) + 2 : rest.IndexOf((byte)'\n') + 1;
        _at += end <= 1 ? rest.Length : end;
    }
}
