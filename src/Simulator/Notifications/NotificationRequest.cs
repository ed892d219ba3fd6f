using System.Text.Json.Serialization;

namespace CxoneAssist.Simulator.Notifications;

/// <summary>The request body of a notification.</summary>
internal sealed record NotificationRequest(string? AgentId, string? Message, string? Type, string? Priority)
{
    [JsonIgnore]
    public bool IsComplete =>
        !string.IsNullOrWhiteSpace(AgentId)
        && !string.IsNullOrWhiteSpace(Message)
        && !string.IsNullOrWhiteSpace(Type)
        && !string.IsNullOrWhiteSpace(Priority);
}
