using System.Text.Json;

namespace CxoneAssist.Infrastructure.Cxone.Tokens;

internal sealed class AccessToken(string value, DateTimeOffset renewAt)
{
    public static readonly TimeSpan EarlyRenewal = TimeSpan.FromSeconds(30);

    // Where CXone does not say, or says something absurd: short enough to be safe, long enough not to ask for every call.
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

    /// <summary>The scopes CXone says it granted; <c>null</c> where it does not say.</summary>
    public static IReadOnlySet<string>? GrantedScopes(TokenWire answer) =>
        JsonText.FromValue(answer.Scope) is { } scopes && !string.IsNullOrWhiteSpace(scopes)
            ? scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)
            : null;

    public override string ToString() => "access token";

    private static TimeSpan Lifetime(JsonElement expiresIn)
    {
        var said = double.TryParse(JsonText.FromValue(expiresIn), System.Globalization.CultureInfo.InvariantCulture, out var seconds);
        if (!said || !(seconds > 0))
        {
            return AssumedLifetime;
        }

        return seconds < LongestLifetime.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestLifetime;
    }

    // A token that lives shorter than the margin would otherwise be fetched for every call.
    private static TimeSpan UsableFor(TimeSpan lifetime) => lifetime > 2 * EarlyRenewal ? lifetime - EarlyRenewal : lifetime / 2;
}
