using System.CommandLine.Parsing;
using System.Globalization;

namespace CxoneAssist.Host.Cli.Sandbox.Commands;

/// <summary>Durations on the command line: <c>200ms</c>, <c>1.5s</c>.</summary>
internal static class LatencyText
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static TimeSpan Parse(ArgumentResult result)
    {
        if (Parse(result.Tokens[0].Value) is { } latency)
        {
            return latency;
        }

        result.AddError("--latency must be a time from 0ms to 60s, like 200ms or 1.5s.");
        return default;
    }

    /// <summary>The duration; <c>null</c> where the text is not valid or too long.</summary>
    public static TimeSpan? Parse(string text)
    {
        var (number, unit) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (text[..^2], TimeSpan.FromMilliseconds(1)),
            _ when text.EndsWith('s') => (text[..^1], TimeSpan.FromSeconds(1)),
            _ => ("", TimeSpan.Zero),
        };
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && amount * unit <= Longest
            ? amount * unit
            : null;
    }
}
