using System.Globalization;
using CxoneAssist.Simulator.Faults;
using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Simulator.Serving;

/// <summary>The checks before a call is executed: rate, redirect, token and scope.</summary>
internal sealed class CallGate(SimulatorTenant tenant)
{
    private readonly RateBucket _bucket = new(tenant.Time);

    /// <summary>The refusal of the call; null when it may be executed.</summary>
    public SimulatorResponse? Refuse(HttpRequest request, SimulatorCall call, SimulatorFaults faults) =>
        Slowed(faults)
            ?? Redirected(request, faults)
            ?? (tenant.Options.Lenient ? null : Unauthorized(request, call, faults));

    private static string ScopeOf(SimulatorCall call) => call switch
    {
        SimulatorCall.Form => "postinteractionform:read",
        SimulatorCall.Notify => "notification:write",
        _ => "workflow:task:create",
    };

    private static string Seconds(TimeSpan wait) =>
        Math.Max(0, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static SimulatorResponse TooMany(SimulatorFaults faults, string retryAfter) =>
        SimulatorResponse.Error(429, "Too many requests.") with { RetryAfter = faults.RetryAfterText ?? retryAfter };

    private SimulatorResponse? Slowed(SimulatorFaults faults)
    {
        if (faults.RequestsPerSecond is { } rate && _bucket.Reserve(rate, faults.RequestBurst) is { } wait)
        {
            tenant.Ledger.Happened(SimulatorFault.RateExceeded);
            return TooMany(faults, Seconds(wait));
        }

        if (tenant.Meets(SimulatorFault.TooManyRequests, faults.TooManyRequests))
        {
            return TooMany(faults, Seconds(faults.RetryAfter));
        }

        return tenant.Meets(SimulatorFault.TooManyRequestsDated, faults.TooManyRequestsDated)
            ? TooMany(faults, HttpDate(tenant.Time.GetUtcNow() + faults.RetryAfter))
            : null;
    }

    // An HTTP date has no fractions; truncated, it could be in the past.
    private static string HttpDate(DateTimeOffset time) =>
        time.AddTicks(TimeSpan.TicksPerSecond - 1).ToString("R", CultureInfo.InvariantCulture);

    private SimulatorResponse? Redirected(HttpRequest request, SimulatorFaults faults) =>
        tenant.Meets(SimulatorFault.Redirect, faults.Redirect)
            ? SimulatorResponse.Empty(307) with
            {
                Location = new Uri(faults.RedirectTo, request.Path + request.QueryString).ToString(),
            }
            : null;

    private SimulatorResponse? Unauthorized(HttpRequest request, SimulatorCall call, SimulatorFaults faults)
    {
        var token = tenant.Tokens.Find(request.Headers.Authorization);
        if (token is null || token.IsExpired(tenant.Time.GetUtcNow()))
        {
            return SimulatorResponse.Error(401, "The token is unknown or has expired.");
        }

        if (!token.TryUse(faults.TokenUses))
        {
            tenant.Ledger.Happened(SimulatorFault.TokenRevoked);
            return SimulatorResponse.Error(401, "The token has been revoked.");
        }

        return Forbidden(token.Grants(ScopeOf(call)), ScopeOf(call), faults);
    }

    private SimulatorResponse? Forbidden(bool granted, string scope, SimulatorFaults faults)
    {
        var withheld = faults.WithheldScopes.Contains(scope);
        if (withheld)
        {
            tenant.Ledger.Happened(SimulatorFault.ScopeWithheld);
        }

        return granted && !withheld ? null : SimulatorResponse.Error(403, $"The scope {scope} is required.");
    }
}
