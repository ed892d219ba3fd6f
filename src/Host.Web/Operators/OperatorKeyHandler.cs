using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CxoneAssist.Host.Web.Operators;

/// <summary>Authenticates an operator by the key that is sent as a bearer token.</summary>
internal sealed class OperatorKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemeOptions, ILoggerFactory loggers, UrlEncoder encoder,
    OperatorKey operators,
    FailedAttempts failures,
    OperatorMetrics metrics)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemeOptions, loggers, encoder)
{
    public const string SchemeName = "OperatorKey";

    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Runs for every request, including webhooks and requests without a key.
        var authorization = Request.Headers.Authorization.ToString();
        if (operators.Current is not { Length: > 0 } key
            || !authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        // Compared before anything is counted: what others send from this address must not keep
        // operators out. Hashed, so that the comparison takes the same time whatever the length of the key that
        // was sent.
        return Task.FromResult(CryptographicOperations.FixedTimeEquals(Hash(authorization[Bearer.Length..]), Hash(key))
            ? AuthenticateResult.Success(
                new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(SchemeName)), SchemeName))
            : AuthenticateResult.Fail("Not the operator key."));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // Counted only where a key was required: a webhook may have an Authorization header of its
        // sender's own.
        var address = Context.Connection.RemoteIpAddress;
        Response.Headers.CacheControl = "no-store";
        if (Request.Headers.Authorization.Count > 0)
        {
            metrics.InvalidKey();
        }

        if (failures.IsBlocked(address))
        {
            Response.Headers.RetryAfter = FormattableString.Invariant($"{FailedAttempts.Window.TotalSeconds:0}");
            return Problems.Create(
                StatusCodes.Status429TooManyRequests, "Too many invalid operator keys; try again in a minute.")
                    .ExecuteAsync(Context);
        }

        if (Request.Headers.Authorization.Count > 0)
        {
            failures.Add(address);
        }

        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return Problems.Create(StatusCodes.Status401Unauthorized, RefusalFor(Request.Headers.Authorization.ToString())).ExecuteAsync(Context);
    }

    private static string RefusalFor(string authorization) => authorization switch
    {
        "" => $"Send the operator key as 'Authorization: {Bearer}…'.",
        _ when authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) => "This is not the operator key: send the host's CXONE_OPERATOR_KEY.",
        _ => $"The operator key is sent as 'Authorization: {Bearer}…', and this request has another form.",
    };

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
