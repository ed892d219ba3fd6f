using System.Globalization;
using System.Text.Json;

namespace CxoneAssist.Infrastructure.Cxone.Tokens;

internal sealed class AccessToken(string value, DateTimeOffset renewAt)
{
    public static readonly TimeSpan EarlyRenewal = TimeSpan.FromSeconds(30);

    // For an answer without a plausible lifetime: short enough to be safe, long enough not to fetch a
    // token for every call.
    private static readonly TimeSpan AssumedLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(1);

    private const int LongestValue = 16 * 1024;

    public string Value { get; } = value;

    public DateTimeOffset RenewAt { get; } = renewAt;

    public static AccessToken? FromAnswer(TokenWire answer, DateTimeOffset now)
    {
        var value = answer.AccessToken;
        return value.Length is > 0 and <= LongestValue && value.All(letter => letter is > ' ' and <= '~')
            ? new AccessToken(value, now + UsableFor(Lifetime(answer.ExpiresIn)))
            : null;
    }

    public override string ToString() => "access token";

    private static TimeSpan Lifetime(JsonElement expiresIn)
    {
        var isNumber = double.TryParse(JsonText.FromValue(expiresIn), CultureInfo.InvariantCulture, out var seconds);
        if (!isNumber || !(seconds > 0))
        {
            return AssumedLifetime;
        }

        return seconds < LongestLifetime.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestLifetime;
    }

    // Otherwise a token whose lifetime is shorter than the margin would be fetched for every call.
    private static TimeSpan UsableFor(TimeSpan lifetime) =>
        lifetime > 2 * EarlyRenewal ? lifetime - EarlyRenewal : lifetime / 2;
}
