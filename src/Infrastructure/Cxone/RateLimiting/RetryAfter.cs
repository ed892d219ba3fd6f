using System.Net.Http.Headers;

namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

internal static class RetryAfter
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long an answer asks to wait; <c>null</c> where it does not say, or asks for no positive
    /// time.
    /// </summary>
    public static TimeSpan? FromHeaders(HttpResponseHeaders headers, DateTimeOffset now)
    {
        // A date is compared with the sender's own clock, where the answer shows it.
        var asked = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - (headers.Date ?? now),
            _ => TimeSpan.Zero,
        };
        return asked <= TimeSpan.Zero ? null : Clamp(asked);
    }

    /// <summary>The pause after a refusal without a time: exponential from 1 second, half of it random.</summary>
    /// <param name="refusals">How many refusals in a row there were; 1 or more.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan Backoff(int refusals, double chance) =>
        Clamp(FirstBackoff * Math.Pow(2, Math.Min(refusals - 1, 10))) * (0.5 + (chance / 2));

    private static TimeSpan Clamp(TimeSpan time) => time > Longest ? Longest : time;
}
