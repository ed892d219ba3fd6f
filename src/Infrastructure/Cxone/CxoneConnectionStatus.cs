using System.Globalization;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain.Reasons;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using CxoneAssist.Infrastructure.Settings;

namespace CxoneAssist.Infrastructure.Cxone;

internal sealed class CxoneConnectionStatus(
    CxoneAvailability availability,
    TokenCache tokens,
    ClientCredentials credentials,
    CxoneRateLimiter limiter,
    SettingWords words)
    : ICxoneConnectionStatus
{
    private static readonly TimeText Utc = new(calendar: null);

    public CxoneConnectionReport Report()
    {
        List<string> faults = [];
        if (availability.Paused is { } cause)
        {
            faults.Add($"Outbound work pauses, next probe at {Utc.Format(availability.NextProbeAt)}: {cause.Reason}");
        }
        else if (availability.Failing is { } failing)
        {
            faults.Add($"For {Minutes(failing.For)} CXone has failed at {failing.Kind.InWords()}, all {failing.Times} times it was asked.");
        }

        if (credentials.FindError() is { } error)
        {
            faults.Add(
                "The settings for CXone configured now are not usable; "
                + $"the client's previous id and secret stay in force: {error}");
        }

        if (tokens.MissingScopes is { Count: > 0 } missing)
        {
            faults.Add(
                $"CXone did not grant all scopes in {CxoneOptions.Section}:Scopes; "
                + $"missing: {string.Join(' ', missing)}.");
        }

        // A rate limit that we keep to is no fault, so it does not make the connection unhealthy.
        var healthy = faults.Count == 0;
        if (limiter.PausedUntil is { } until)
        {
            faults.Add($"CXone limits the rate: calls pause until {Utc.Format(until)}.");
        }

        var fine = availability.WasReached ? "CXone takes calls." : "CXone has not been called yet.";
        return new CxoneConnectionReport(healthy, faults.Count == 0 ? fine : words.RenderBriefly(string.Join(' ', faults)));
    }

    private static string Minutes(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} seconds")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} minutes");
}
