using System.Text;
using CxoneAssist.Domain.PolicyFile.Json;

namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>
/// What was probably meant where the file is not JSON: a decimal comma, quotation marks of a word processor or of
/// another language, a space that only looks like one, a comment of another language, punctuation, a word.
/// </summary>
internal static class SyntaxRepair
{
    private const string Opening = "\u201C\u201D\u201E\u201F\u2018\u2019\u201A\u00AB\u00BB\u2039\u203A'`\u00B4";
    private const int LongestShown = 40;

    /// <summary>The problem with its remedy; <c>null</c> where nothing can be said.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="offset">Where it stops being JSON.</param>
    public static string? Find(ReadOnlySpan<byte> utf8, int offset)
    {
        var line = LineAt(utf8, offset, out var column);
        if (column >= line.Length)
        {
            return null;
        }

        return DecimalComma(line, column) ?? Space(line[column]) ?? Quoted(line, column) ?? InContext(utf8, offset);
    }

    // The reader stops within a word or a number; what is wrong is told by what stands before it.
    private static string? InContext(ReadOnlySpan<byte> utf8, int offset)
    {
        while (offset > 0 && IsOfWord(utf8[offset]) && IsOfWord(utf8[offset - 1]))
        {
            offset--;
        }

        var line = LineAt(utf8, offset, out var column);
        var before = JsonBeforeScan.Find(utf8, offset);
        return Comment(line.AsSpan(column)) ?? PunctuationRepair.Find(before, line.AsSpan(column))
            ?? (before is JsonBefore.Nothing or JsonBefore.Value or JsonBefore.Document ? null : WordRepair.Find(line, column));
    }

    /// <summary>
    /// The same for a line that ends within a text: a quotation mark of another kind does not close it.
    /// </summary>
    public static string? FindInLine(ReadOnlySpan<byte> utf8, int offset)
    {
        var line = LineAt(utf8, offset, out var column);
        var mark = line.AsSpan(0, Math.Min(column, line.Length)).LastIndexOfAny("\u201C\u201D\u201E\u00AB\u00BB");
        return mark < 0
            ? null
            : $"The text in this line is closed with {line[mark]}, which is not a quotation mark of JSON. Write \" in its place.";
    }

    private static string? DecimalComma(string line, int column)
    {
        var comma = column - 1;
        while (comma >= 0 && line[comma] == ' ')
        {
            comma--;
        }

        if (!char.IsAsciiDigit(line[column]) || comma < 1 || line[comma] != ',' || !char.IsAsciiDigit(line[comma - 1]))
        {
            return null;
        }

        var (start, end) = (comma, column);
        while (start > 0 && (char.IsAsciiDigit(line[start - 1]) || line[start - 1] == '-'))
        {
            start--;
        }

        while (end < line.Length && char.IsAsciiDigit(line[end]))
        {
            end++;
        }

        var (whole, decimals) = (line[start..comma], line[column..end]);
        return $"'{whole},{decimals}' has a decimal comma, and JSON has a point. Write {whole}.{decimals}.";
    }

    private static bool IsOfWord(byte letter) => char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'-' or (byte)'_';

    private static string? Comment(ReadOnlySpan<char> rest)
    {
        var mark = rest[0] == '#' ? "#" : rest.StartsWith("--") ? "--" : null;
        return mark is null ? null : $"A comment does not begin with {mark}. Write // in its place.";
    }

    private static string? Space(char letter) => char.IsWhiteSpace(letter) && letter > '\u007F'
        ? "This is a no-break space or another space that JSON does not have. Replace it by an ordinary one."
        : null;

    private static string? Quoted(string line, int column)
    {
        if (!Opening.Contains(line[column], StringComparison.Ordinal))
        {
            return null;
        }

        var length = line.AsSpan(column + 1).IndexOfAny((Opening + "\"").AsSpan());
        var text = length is > 0 and <= LongestShown ? ScoreText.Quote(line.AsSpan(column + 1, length)) : null;
        text = text?.Contains(". ", StringComparison.Ordinal) == true ? null : text;
        return $"{line[column]} is not a quotation mark of JSON. "
            + (text is null ? "Write \" in its place, before and after the text." : $"Write \"{text}\" with straight double quotes.");
    }

    private static string LineAt(ReadOnlySpan<byte> utf8, int offset, out int column)
    {
        var start = utf8[..offset].LastIndexOf((byte)'\n') + 1;
        var length = utf8[start..].IndexOf((byte)'\n');
        column = Encoding.UTF8.GetCharCount(utf8[start..offset]);
        return Encoding.UTF8.GetString(length < 0 ? utf8[start..] : utf8.Slice(start, length));
    }
}
