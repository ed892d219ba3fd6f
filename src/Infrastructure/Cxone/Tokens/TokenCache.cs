using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Refit;

namespace CxoneAssist.Infrastructure.Cxone.Tokens;

/// <summary>The token all calls share. It is fetched once however many wait for it, and nobody's giving up stops it for the others.</summary>
internal sealed partial class TokenCache(
    ITokenApi api,
    ClientCredentials credentials,
    CxoneRateLimiter limiter,
    IOptions<CxoneOptions> options,
    TimeProvider time,
    ILogger<TokenCache> logger)
{
    private readonly Lock _lock = new();
    private AccessToken? _token;
    private Task<TokenAnswer>? _fetch;

    /// <summary>The scopes asked for that CXone did not grant, as far as it said.</summary>
    public IReadOnlyList<string> MissingScopes { get; private set; } = [];

    /// <summary>The scopes of the last token; <c>null</c> where CXone did not say.</summary>
    public IReadOnlySet<string>? GrantedScopes { get; private set; }

    /// <summary>The last token granted, valid or not: what must not show in any text.</summary>
    public AccessToken? Latest { get; private set; }

    public async ValueTask<TokenAnswer> GetAsync(CancellationToken cancellationToken)
    {
        Task<TokenAnswer> fetch;
        lock (_lock)
        {
            if (_token is { } token && time.GetUtcNow() < token.RenewAt)
            {
                return new TokenAnswer.Granted(token);
            }

            fetch = _fetch ??= Task.Run(FetchAsync, CancellationToken.None);
        }

        return await fetch.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets a token that CXone rejected, unless a newer one took its place already.</summary>
    public void Drop(AccessToken? rejected)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_token, rejected))
            {
                _token = null;
            }
        }
    }

    private async Task<TokenAnswer> FetchAsync()
    {
        TokenAnswer? answer = null;
        try
        {
            answer = await AskAsync().ConfigureAwait(false);
            return answer;
        }
        finally
        {
            lock (_lock)
            {
                _fetch = null;
                _token = (answer as TokenAnswer.Granted)?.Token;
                Latest = _token ?? Latest;
            }
        }
    }

    private async Task<TokenAnswer> AskAsync()
    {
        var settings = options.Value;
        var (id, secret) = credentials.Now();
        var request = new TokenRequestWire
        {
            ClientId = id,
            ClientSecret = secret,
            Scope = string.IsNullOrWhiteSpace(settings.Scopes) ? null : settings.Scopes.Trim(),
        };
        using var timeout = new CancellationTokenSource(settings.TokenTimeout, time);
        try
        {
            using var response = await api.FetchTokenAsync(settings.TokenPath.TrimStart('/'), request, timeout.Token).ConfigureAwait(false);
            return Read(response);
        }
        catch (OperationCanceledException)
        {
            return Outage("it did not answer in time");
        }
    }

    private TokenAnswer Read(ApiResponse<TokenWire> response)
    {
        if (response.HasRequestError(out var error))
        {
            return Outage(CallFailures.Describe(error.InnerException ?? error));
        }

        var status = (int)response.StatusCode!;
        if (response.IsSuccessfulWithContent && AccessToken.FromAnswer(response.Content, time.GetUtcNow()) is { } token)
        {
            CheckScopes(AccessToken.GrantedScopes(response.Content));
            return new TokenAnswer.Granted(token);
        }

        return status switch
        {
            429 => new TokenAnswer.Failed(
                Unavailable("it limits the rate (429)", limiter.Refused(RetryAfter.FromHeaders(response.Headers!, time.GetUtcNow()))), ClientRefused: false),
            408 or < 400 or >= 500 => Outage($"it answered {status} without a usable token"),
            _ => Refused(status),
        };
    }

    private static TokenAnswer.Failed Outage(string why) => new(Unavailable(why) with { Outage = true }, ClientRefused: false, IsOutage: true);

    private static CallFailure Unavailable(string why, DateTimeOffset? retryAt = null) =>
        new(FailureKind.Unavailable, $"No token from CXone's token endpoint: {why}.", retryAt);

    private static TokenAnswer.Failed Refused(int status)
    {
        var remedy = status is 400 or 401
            ? $"check {CxoneOptions.Section}:ClientId, {CxoneOptions.Section}:ClientSecret and {CxoneOptions.Section}:Scopes"
            : $"check {CxoneOptions.Section}:TokenPath, {CxoneOptions.Section}:Org and {CxoneOptions.Section}:BaseUrl";
        return new(new CallFailure(FailureKind.Unavailable, $"CXone's token endpoint refuses the client ({status}): {remedy}."), ClientRefused: true);
    }

    private void CheckScopes(IReadOnlySet<string>? granted)
    {
        GrantedScopes = granted;
        string[] missing = granted is null
            ? []
            : [.. options.Value.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(scope => !granted.Contains(scope))];
        if (missing.Length > 0 && !missing.SequenceEqual(MissingScopes))
        {
            Log.ScopesMissing(logger, string.Join(' ', missing));
        }

        MissingScopes = missing;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "CXone did not grant all scopes the client asked for (CxoneAssist:Cxone:Scopes). Missing: {Scopes}.")]
        public static partial void ScopesMissing(ILogger logger, string scopes);
    }
}
