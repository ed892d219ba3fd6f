using System.Text;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Surveys.Encodings;

/// <summary>
/// The text of a file, in UTF-8, Windows-1252 or UTF-16. Which one it is shows only after the last character: a file may
/// have its first umlaut in its last row, and files of both that were joined mix them.
/// </summary>
internal sealed class DecodedText : TextReader
{
    private const int BufferSize = 1 << 16;
    private const char LastOfAscii = '\x7f';

    private readonly WindowsFallback _fallback = new();
    private readonly StreamReader _reader;
    private long _beyondAscii;

    public DecodedText(Stream stream) => _reader = new(stream, _fallback.Encoding(), true, BufferSize);

    /// <summary>The encoding, after the text was read; <c>null</c> for UTF-8.</summary>
    public string? Encoding =>
        _reader.CurrentEncoding is UnicodeEncoding ? "UTF-16"
        : _fallback.Count == 0 ? null
        : _fallback.Count == _beyondAscii ? "Windows-1252, because it is not UTF-8"
        : $"UTF-8 mixed with Windows-1252 ({Format.Count(_fallback.Count, "character")} {(_fallback.Count == 1 ? "is" : "are")} not "
            + "UTF-8; the file was joined from both)";

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var count = _reader.Read(buffer);
        Count(buffer[..count]);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _reader.Dispose();
        base.Dispose(disposing);
    }

    private void Count(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyExceptInRange('\0', LastOfAscii) is >= 0 and var at)
        {
            _beyondAscii++;
            text = text[(at + 1)..];
        }
    }
}
