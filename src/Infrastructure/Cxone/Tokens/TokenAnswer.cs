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
    /// <param name="ClientRefused">Whether CXone refuses the client itself.</param>
    /// <param name="IsOutage">Whether the token endpoint cannot be reached or fails.</param>
    public sealed record Failed(CallFailure Failure, bool ClientRefused, bool IsOutage = false) : TokenAnswer;
}
