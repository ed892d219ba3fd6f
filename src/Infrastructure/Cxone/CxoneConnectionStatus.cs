using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Admission;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Cxone.Tokens;

namespace CxoneAssist.Infrastructure.Cxone;

internal sealed class CxoneConnectionStatus(
    ConfigurationGate gate,
    CxoneResilience resilience,
    Blame blame,
    TokenCache tokens,
    ClientCredentials credentials,
    CxoneRateLimiter limiter)
    : ICxoneConnectionStatus
{
    private static readonly TimeSpan WorthMentioning = TimeSpan.FromMinutes(2);

    public CxoneConnectionReport Report()
    {
        List<string> faults = [];
        if (gate.Closed is { } closed)
        {
            faults.Add(
                $"Outbound work pauses, next probe at {closed.NextProbeAt:yyyy-MM-dd'T'HH:mm:ss'Z'}: {closed.Reason}");
        }

        if (!resilience.Circuit.IsOpen)
        {
            faults.Add("CXone fails for several interactions: calls pause, with one probe every few seconds.");
        }
        else if (blame.Longest() is { } failing && failing.For > WorthMentioning)
        {
            faults.Add(
                $"For {failing.For.TotalMinutes:0} minutes CXone has failed at {failing.Kind.InWords()}, "
                + $"all {failing.Times} times it was asked.");
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
            faults.Add($"CXone limits the rate: calls pause until {until:yyyy-MM-dd'T'HH:mm:ss'Z'}.");
        }

        return new CxoneConnectionReport(healthy, faults.Count == 0 ? "CXone takes calls." : string.Join(' ', faults));
    }
}
