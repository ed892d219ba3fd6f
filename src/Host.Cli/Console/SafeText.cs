using System.Text;

namespace CxoneAssist.Host.Cli.Console;

/// <summary>
/// Cleans texts from outside for a terminal. Removes control characters, which could move the
/// cursor or hide text, and characters that change the direction of writing, which could make a
/// text read as another.
/// </summary>
internal static class SafeText
{
    public static string Clean(string text) =>
        text.Any(IsRefused)
            ? text.Aggregate(
                new StringBuilder(text.Length), (line, letter) => line.Append(IsRefused(letter) ? '\uFFFD' : letter))
                    .ToString()
            : text;

    private static bool IsRefused(char letter) => char.IsControl(letter)
        || letter is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
