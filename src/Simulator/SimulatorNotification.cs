namespace CxoneAssist.Simulator;

/// <summary>A notification an agent has received.</summary>
/// <param name="Id">For example <c>notification-1</c>, counted in the order of sending.</param>
/// <param name="AgentId">The agent that received it.</param>
/// <param name="Message">As sent.</param>
/// <param name="Type">As sent.</param>
/// <param name="Priority">As sent.</param>
/// <param name="SentAt">The time of sending.</param>
public sealed record SimulatorNotification(
    string Id,
    string? AgentId,
    string? Message,
    string? Type,
    string? Priority,
    DateTimeOffset SentAt);
