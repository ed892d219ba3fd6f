using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Refit;

namespace CxoneAssist.Infrastructure.Cxone.Tokens;

/// <summary>
/// The token that all calls share. It is fetched once, however many calls wait for it. A call that
/// stops waiting does not stop the fetch for the others.
/// </summary>
internal sealed partial class TokenCache(
    ITokenApi api,
    ClientCredentials credentials,
    CxoneRateLimiter limiter,
    IOptions<CxoneOptions> options,
    TimeProvider time,
    SettingWords words,
    ILogger<TokenCache> logger)
{
    private const string Settings = CxoneOptions.Section;

    // A storm of token requests would not make an administrator grant a scope any sooner.
    private static readonly TimeSpan OldEnough = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private AccessToken? _token;
    private long _fetchedAt;
    private Task<TokenAnswer>? _fetch;

    /// <summary>
    /// The requested scopes that are missing from CXone's list of granted ones; empty where it lists
    /// none.
    /// </summary>
    public IReadOnlyList<string> MissingScopes { get; private set; } = [];

    /// <summary>The scopes of the last token; <c>null</c> where CXone listed none.</summary>
    public IReadOnlySet<string>? GrantedScopes { get; private set; }

    /// <summary>The last token granted, valid or not; it must not appear in any text.</summary>
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

        return await fetch.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets a token that CXone rejected, unless a newer one has replaced it.</summary>
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

    /// <summary>
    /// Forgets the token, unless it is young: scopes are granted with a token, and may have been corrected since.
    /// </summary>
    public void Renew()
    {
        lock (_lock)
        {
            _token = time.GetElapsedTime(_fetchedAt) < OldEnough ? _token : null;
        }
    }

    private async Task<TokenAnswer> FetchAsync()
    {
        TokenAnswer? answer = null;
        try
        {
            answer = await RequestAsync();
            return answer;
        }
        finally
        {
            lock (_lock)
            {
                _fetch = null;
                _fetchedAt = time.GetTimestamp();
                _token = (answer as TokenAnswer.Granted)?.Token;
                Latest = _token ?? Latest;
            }
        }
    }

    private async Task<TokenAnswer> RequestAsync()
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
            var path = settings.TokenPath.TrimStart('/');
            using var response = await api.FetchTokenAsync(path, request, timeout.Token);
            return Interpret(response);
        }
        catch (OperationCanceledException)
        {
            return Outage("it did not answer in time");
        }
    }

    private TokenAnswer Interpret(ApiResponse<TokenWire> response)
    {
        if (response.HasRequestError(out var error))
        {
            return Outage(CallFailures.Describe(error.InnerException ?? error));
        }

        var status = (int)response.StatusCode!;
        if (response.IsSuccessfulWithContent && AccessToken.FromAnswer(response.Content, time.GetUtcNow()) is { } token)
        {
            CheckScopes(Tokens.GrantedScopes.FromAnswer(response.Content.Scope));
            return new TokenAnswer.Granted(token);
        }

        return status switch
        {
            429 => RateLimited(response),
            >= 200 and < 300 when !response.HasResponseError(out _) && response.Content is null =>
                Outage($"it answered {status} with an empty body"),
            408 or < 400 or >= 500 => Outage($"it answered {status} without a usable token"),
            _ => Refused(status),
        };
    }

    private TokenAnswer.Failed RateLimited(ApiResponse<TokenWire> response)
    {
        var until = limiter.Refused(RetryAfter.FromHeaders(response.Headers!, time.GetUtcNow()));
        return new(Unavailable("it limits the rate (429)", until), NoTokenCause.RateLimit);
    }

    private TokenAnswer.Failed Outage(string why) => new(Unavailable(why) with { Outage = true }, NoTokenCause.Outage);

    private CallFailure Unavailable(string why, DateTimeOffset? retryAt = null) => new(
        FailureKind.Unavailable,
        $"No token from CXone's token endpoint at {CallFailures.Origin(options.Value.Address)}: {why}.",
        retryAt);

    private TokenAnswer.Failed Refused(int status)
    {
        var remedy = status is 400 or 401
            ? $"check {Settings}:ClientId, {Settings}:ClientSecret and {Settings}:Scopes"
            : $"check {Settings}:TokenPath, {Settings}:Org and {Settings}:BaseUrl";
        var reason = $"CXone's token endpoint refuses the client ({status}): {remedy}.";
        return new(new CallFailure(FailureKind.Unavailable, words.RenderBriefly(reason)), NoTokenCause.ClientRefused);
    }

    private void CheckScopes(IReadOnlySet<string>? granted)
    {
        GrantedScopes = granted;
        var requested = options.Value.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] missing = granted is null ? [] : [.. requested.Where(scope => !granted.Contains(scope))];
        if (missing.Length > 0 && !missing.SequenceEqual(MissingScopes))
        {
            Log.ScopesMissing(logger, words.RenderBriefly($"{Settings}:Scopes"), string.Join(' ', missing));
        }

        MissingScopes = missing;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "CXone did not grant all scopes that the client requested ({Setting}). Missing: {Scopes}.")]
        public static partial void ScopesMissing(ILogger logger, string setting, string scopes);
    }
}
