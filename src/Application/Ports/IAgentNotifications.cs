namespace CxoneAssist.Application.Ports;

/// <summary>How agents are told.</summary>
public interface IAgentNotifications
{
    /// <summary>Shows a message on the agent's desktop, sending the call once at most.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up waiting for its turn; a call under way is never cut off.</param>
    /// <returns><c>null</c> when CXone took it, else what went wrong.</returns>
    Task<CallFailure?> NotifyAsync(string agentId, string message, CancellationToken cancellationToken);
}
