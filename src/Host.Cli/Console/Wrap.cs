namespace CxoneAssist.Host.Cli.Console;

/// <summary>
/// Splits texts that must not be wrapped into lines of a bounded width, without leaving anything
/// out.
/// </summary>
internal static class Wrap
{
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        List<string> lines = [];
        var (start, used) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            // Keep the two halves of a surrogate pair together.
            var columns = char.IsLowSurrogate(text[i]) ? 0 : Columns(text[i]);
            if (used + columns > width)
            {
                lines.Add(text[start..i]);
                (start, used) = (i, 0);
            }

            used += columns;
        }

        return [.. lines, text[start..]];
    }

    public static int Columns(string text) => text.Sum(letter => char.IsLowSurrogate(letter) ? 0 : Columns(letter));

    // Terminals use two columns for East Asian letters and for emoji.
    private static int Columns(char letter) => letter
        is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uDFFF')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60') ? 2 : 1;
}
