using System.Text;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// Reads a text by lines. Too long lines are skipped, so that a single one cannot use up all
/// memory.
/// </summary>
internal sealed class BoundedLines(TextReader text)
{
    private const int Longest = 1024 * 1024;

    private readonly char[] _buffer = new char[1 << 15];
    private readonly StringBuilder _begun = new();
    private int _at;
    private int _end;

    /// <summary>Reads the next line.</summary>
    /// <param name="line">
    /// The line without its end; <c>null</c> where it is longer than 1 MiB.
    /// </param>
    /// <returns>Whether there was one.</returns>
    public bool TryRead(out string? line)
    {
        var (any, tooLong) = (false, false);
        _begun.Clear();
        while (_at < _end || Fill())
        {
            any = true;
            var rest = _buffer.AsSpan(_at, _end - _at);
            var length = rest.IndexOf('\n');
            var part = length < 0 ? rest : rest[..length];
            _at += length < 0 ? rest.Length : length + 1;
            tooLong |= _begun.Length + part.Length > Longest;
            if (!tooLong)
            {
                _begun.Append(part);
            }

            if (length >= 0)
            {
                break;
            }
        }

        line = tooLong ? null : _begun.ToString().TrimEnd('\r');
        return any;
    }

    private bool Fill()
    {
        (_at, _end) = (0, text.Read(_buffer, 0, _buffer.Length));
        return _end > 0;
    }
}
