using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>Carries, through the resilience rules, why an attempt ended before anything was sent.</summary>
internal sealed class CallNotSentException(CallFailure failure, bool isOutage = false, bool clientRefused = false) : Exception(failure.Reason)
{
    public CallFailure Failure { get; } = failure;

    /// <summary>Whether it is a failure of the connection, which the circuit breaker counts.</summary>
    public bool IsOutage { get; } = isOutage;

    /// <summary>Whether CXone's token endpoint refuses the client.</summary>
    public bool ClientRefused { get; } = clientRefused;
}
