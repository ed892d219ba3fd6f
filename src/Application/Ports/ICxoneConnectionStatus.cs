namespace CxoneAssist.Application.Ports;

/// <summary>How the connection to CXone stands.</summary>
internal interface ICxoneConnectionStatus
{
    /// <summary>Reports it from memory, without a call to CXone.</summary>
    CxoneConnectionReport Report();
}

/// <summary>How the connection to CXone stands.</summary>
/// <param name="Healthy">Whether nothing about it needs attention.</param>
/// <param name="Summary">What is wrong, or that nothing is, for an operator; without secrets.</param>
internal sealed record CxoneConnectionReport(bool Healthy, string Summary);
