using System.Text;

namespace CxoneAssist.Host.Cli.Surveys.Encodings;

/// <summary>
/// Decodes bytes that are not UTF-8 as Windows-1252, in which Excel saves CSV files in Western Europe. A placeholder for
/// each of them would make different names the same.
/// </summary>
internal sealed class WindowsFallback : DecoderFallback
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>How many characters were not UTF-8.</summary>
    public long Count { get; private set; }

    // For each byte.
    public override int MaxCharCount => 1;

    /// <summary>UTF-8 with this fallback.</summary>
    public Encoding Encoding()
    {
        // With a preamble: a reader that detects it would otherwise go on with an encoding of its own.
        var encoding = (Encoding)new UTF8Encoding(encoderShouldEmitUTF8Identifier: true).Clone();
        encoding.DecoderFallback = this;
        return encoding;
    }

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(WindowsFallback counts) : DecoderFallbackBuffer
    {
        private readonly char[] _chars = new char[4];
        private int _at;
        private int _count;

        public override int Remaining => _count - _at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (_at, _count) = (0, Windows.GetChars(bytesUnknown, _chars));
            counts.Count += _count;
            return true;
        }

        public override char GetNextChar() => _at < _count ? _chars[_at++] : '\0';

        public override bool MovePrevious()
        {
            if (_at == 0)
            {
                return false;
            }

            _at--;
            return true;
        }

        public override void Reset() => (_at, _count) = (0, 0);
    }
}
