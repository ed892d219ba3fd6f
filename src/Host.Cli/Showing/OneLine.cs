using System.Text;

namespace CxoneAssist.Host.Cli.Showing;

/// <summary>Texts that come from outside, as a terminal may be shown them: no control characters, which could move its cursor or hide text.</summary>
internal static class OneLine
{
    public static string Of(string text) =>
        text.Any(char.IsControl)
            ? text.Aggregate(new StringBuilder(text.Length), (line, letter) => line.Append(char.IsControl(letter) ? '\uFFFD' : letter)).ToString()
            : text;
}
