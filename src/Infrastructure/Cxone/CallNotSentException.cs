using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>A handler did not send a call, for a reason that is no failure of CXone at this call.</summary>
internal sealed class CallNotSentException(CallFailure failure) : Exception(failure.Reason)
{
    public CallFailure Failure { get; } = failure;
}
