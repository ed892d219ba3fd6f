using System.Text;

namespace CxoneAssist.Host.Cli.Console;

/// <summary>
/// Texts that come from outside, as a terminal may be shown them: no control characters, which could move its cursor or hide text, and none that turn
/// the direction of writing, which could make it read as something else.
/// </summary>
internal static class SafeText
{
    public static string Clean(string text) =>
        text.Any(IsRefused)
            ? text.Aggregate(new StringBuilder(text.Length), (line, letter) => line.Append(IsRefused(letter) ? '\uFFFD' : letter)).ToString()
            : text;

    private static bool IsRefused(char letter) => char.IsControl(letter)
        || letter is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
