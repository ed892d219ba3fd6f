namespace CxoneAssist.Application.Ports;

/// <summary>How agents are notified. One instance, used by many runs at once.</summary>
/// <example>
/// <code>
/// internal sealed class ConsoleNotifications : IAgentNotifications
/// {
///     public async Task&lt;CallFailure?&gt; NotifyAsync(AgentNotification notification, CancellationToken cancellationToken)
///     {
///         await Console.Out.WriteLineAsync($"{notification.AgentId}: {notification.Message}");
///         return null;
///     }
/// }
/// </code>
/// </example>
public interface IAgentNotifications
{
    /// <summary>Shows a message on the agent's desktop. The call is sent at most once.</summary>
    /// <param name="notification">The message, for which agent, about which interaction.</param>
    /// <param name="cancellationToken">Stops waiting for a turn; it never cuts off a call under way.</param>
    /// <returns><c>null</c> when CXone accepted it, else what went wrong.</returns>
    Task<CallFailure?> NotifyAsync(AgentNotification notification, CancellationToken cancellationToken);
}

/// <summary>A message to an agent.</summary>
/// <param name="InteractionId">The id of the interaction whose task it announces.</param>
/// <param name="AgentId">The agent's id.</param>
/// <param name="Message">The message, as the agent is to read it.</param>
public sealed record AgentNotification(string InteractionId, string AgentId, string Message);
