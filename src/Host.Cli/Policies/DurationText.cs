using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>Durations in words: <c>4bh</c> is "4 business hours".</summary>
internal static class DurationText
{
    public static string Describe(FollowUpDuration duration) =>
        Format.Count(duration.Amount, Format.Words(duration.Unit).TrimEnd('s'));
}
