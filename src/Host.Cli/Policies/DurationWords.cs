using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Showing;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>Durations in full: <c>4bh</c> is "4 business hours".</summary>
internal static class DurationWords
{
    public static string Of(FollowUpDuration duration) => Words.Count(duration.Amount, Words.Of(duration.Unit).TrimEnd('s'));
}
