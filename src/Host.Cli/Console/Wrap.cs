namespace CxoneAssist.Host.Cli.Console;

/// <summary>Texts that must not be wrapped, and yet must not take the whole width: cut into lines of a bounded width, nothing left out.</summary>
internal static class Wrap
{
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        List<string> lines = [];
        var (start, used) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            // The second half of a letter stays with the first.
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

    // Terminals give two columns to the letters of East Asia and to pictures.
    private static int Columns(char letter) => letter
        is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uDFFF')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60') ? 2 : 1;
}
