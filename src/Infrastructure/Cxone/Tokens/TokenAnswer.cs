using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Cxone.Tokens;

/// <summary>The outcome of fetching a token. One of the nested records.</summary>
internal abstract record TokenAnswer
{
    private TokenAnswer()
    {
    }

    public sealed record Granted(AccessToken Token) : TokenAnswer;

    /// <param name="Failure">What it means for the call that needed the token; that call was not sent.</param>
    /// <param name="Cause">Why there is none.</param>
    public sealed record Failed(CallFailure Failure, NoTokenCause Cause) : TokenAnswer;
}

/// <summary>Why there is no token.</summary>
internal enum NoTokenCause
{
    /// <summary>The token endpoint refuses the client itself.</summary>
    ClientRefused,

    /// <summary>The token endpoint cannot be reached, or fails.</summary>
    Outage,

    /// <summary>The token endpoint limits the rate.</summary>
    RateLimit,
}
