namespace CxoneAssist.Application.Ports;

/// <summary>How the connection to CXone stands, for health checks and operators. Answers at once, from memory.</summary>
public interface ICxoneConnectionStatus
{
    /// <summary>How it stands now. Never throws and sends nothing.</summary>
    CxoneConnectionReport Report();
}

/// <summary>How the connection to CXone stands.</summary>
/// <param name="Healthy">Whether calls are made as usual; <c>false</c> while they are held back or keep failing.</param>
/// <param name="Summary">One sentence for an operator: what is wrong and what to do. Shown to whoever may read the readiness: no secret,
/// no customer data.</param>
public sealed record CxoneConnectionReport(bool Healthy, string Summary);
