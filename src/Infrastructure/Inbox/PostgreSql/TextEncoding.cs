using System.Buffers;
using System.Text;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>
/// Texts as the database can keep them. It refuses NUL, which customers' ids have been seen to
/// hold, so that is written as SUB 0, and SUB itself as SUB 1. Half a surrogate pair, which a cut
/// text may end with, becomes the replacement character, as it would in any UTF-8.
/// </summary>
internal static class TextEncoding
{
    private const char Escape = '\u001a';

    private static readonly SearchValues<char> Special =
        SearchValues.Create(['\0', Escape, .. Enumerable.Range(0xd800, 0x800).Select(code => (char)code)]);

    public static string? Encode(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAny(Special))
        {
            return text;
        }

        var stored = new StringBuilder(text.Length + 1);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                0 => stored.Append(Escape).Append('0'),
                Escape => stored.Append(Escape).Append('1'),
                _ => stored.Append(rune.ToString()),
            };
        }

        return stored.ToString();
    }

    public static string Decode(string stored) => stored.Contains(Escape, StringComparison.Ordinal)
        ? stored.Replace("\u001a0", "\0", StringComparison.Ordinal).Replace("\u001a1", "\u001a", StringComparison.Ordinal)
        : stored;
}
