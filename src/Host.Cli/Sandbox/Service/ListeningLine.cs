using System.Text.RegularExpressions;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>
/// Extracts the address from the log line of a listening host, whatever the format of the log.
/// </summary>
internal static partial class ListeningLine
{
    private static readonly string[] Anywhere = ["[::]", "0.0.0.0", "*", "+", "localhost"];

    /// <summary>The address to connect to; <c>null</c> where the line has none.</summary>
    public static Uri? Address(string line)
    {
        var match = Pattern().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var (scheme, host, port) =
            (match.Groups["scheme"].Value, match.Groups["host"].Value, match.Groups["port"].Value);
        return new Uri($"{scheme}://{(Anywhere.Contains(host) ? "127.0.0.1" : host)}:{port}/");
    }

    [GeneratedRegex(
        @"Now listening on: (?<scheme>https?)://(?<host>\[[0-9A-Fa-f:.]+\]|[^\s:/\[\]""]+):(?<port>\d{1,5})")]
    private static partial Regex Pattern();
}
