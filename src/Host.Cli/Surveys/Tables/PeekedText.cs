namespace CxoneAssist.Host.Cli.Surveys.Tables;

/// <summary>
/// A text whose first lines can be looked at before they are read: how a CSV file is read depends on its header.
/// </summary>
internal sealed class PeekedText(TextReader inner) : TextReader
{
    private const int Longest = 1 << 16;

    private char[] _head = [];
    private int _at;

    /// <summary>The next line that is not blank, without its end, and without reading it.</summary>
    public string PeekLine()
    {
        var start = _at;
        while (true)
        {
            var end = Array.IndexOf(_head, '\n', start);
            var line = _head.AsSpan(start..(end < 0 ? _head.Length : end));
            if (!line.IsWhiteSpace() && (end >= 0 || !Fill()))
            {
                return new string(_head.AsSpan(start..(end < 0 ? _head.Length : end)));
            }

            if (end < 0 && !Fill())
            {
                return "";
            }

            start = line.IsWhiteSpace() && end >= 0 ? end + 1 : start;
        }
    }

    /// <summary>The next lines, without reading them; fewer where the text ends.</summary>
    public string[] PeekLines(int most)
    {
        while (_head.AsSpan(_at).Count('\n') < most && Fill())
        {
        }

        return [.. new string(_head.AsSpan(_at)).Split('\n').Take(most)];
    }

    /// <summary>Skips lines to the end of the next one that is not blank.</summary>
    /// <returns>How many lines that were.</returns>
    public int SkipLine()
    {
        var length = PeekLine().Length;
        var blank = _head.AsSpan(_at).IndexOfAnyExcept(" \t\r\n");
        var end = blank < 0 ? -1 : Array.IndexOf(_head, '\n', _at + blank);
        var skipped = end < 0 || length == 0 ? _head.Length : end + 1;
        var lines = _head.AsSpan(_at..skipped).Count('\n');
        _at = skipped;
        return lines;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_at >= _head.Length)
        {
            return inner.Read(buffer);
        }

        var count = Math.Min(buffer.Length, _head.Length - _at);
        _head.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }

    private bool Fill()
    {
        var more = new char[4096];
        var count = _head.Length - _at >= Longest ? 0 : inner.Read(more, 0, more.Length);
        _head = [.. _head, .. more[..count]];
        return count > 0;
    }
}
