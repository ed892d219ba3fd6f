using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>Carries the reason why an attempt ended unsent through the resilience rules.</summary>
internal sealed class CallNotSentException(CallFailure failure, bool isOutage = false, bool clientRefused = false)
    : Exception(failure.Reason)
{
    public CallFailure Failure { get; } = failure;

    /// <summary>Whether the connection failed. The circuit breaker counts such failures.</summary>
    public bool IsOutage { get; } = isOutage;

    /// <summary>Whether CXone's token endpoint refuses the client.</summary>
    public bool ClientRefused { get; } = clientRefused;
}
