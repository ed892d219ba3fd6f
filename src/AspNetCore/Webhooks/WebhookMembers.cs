using System.Text.Json;
using CxoneAssist.Domain;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Collects the members of a webhook's JSON object. Unknown members are skipped, unreadable values
/// left out.
/// </summary>
internal struct WebhookMembers
{
    private string? _eventType, _interactionId, _agentId, _customerId, _skill, _queue, _channel, _language;
    private DateTimeOffset? _completedAt;
    private int _interactionIds, _agentIds;

    /// <summary>
    /// Reads the member at whose name the reader stands, and leaves the reader at the member's end.
    /// </summary>
    public void ReadMember(ref Utf8JsonReader reader)
    {
        var name = reader;
        reader.Read();
        if (WebhookText.Is(name, "interactionId"u8))
        {
            _interactionIds++;
            _interactionId = WebhookText.Identifier(reader);
        }
        else if (WebhookText.Is(name, "agentId"u8))
        {
            _agentIds++;
            _agentId = WebhookText.Identifier(reader);
        }
        else if (WebhookText.Is(name, "eventType"u8))
        {
            _eventType = WebhookText.Name(reader);
        }
        else if (WebhookText.Is(name, "timestamp"u8))
        {
            _completedAt = JsonTime.Read(reader);
        }
        else
        {
            TakeText(name, reader);
        }

        reader.Skip();
    }

    public readonly WebhookBody Judge()
    {
        var problem =
            Problem(_interactionIds, _interactionId, WebhookProblem.InteractionId, WebhookProblem.InteractionIdTwice)
            ?? Problem(_agentIds, _agentId, WebhookProblem.AgentId, WebhookProblem.AgentIdTwice);
        if (problem is not null)
        {
            return new(_eventType, null, problem);
        }

        return new(_eventType, Interaction(), null);
    }

    private static WebhookProblem? Problem(int times, string? id, WebhookProblem invalid, WebhookProblem twice) =>
        times > 1 ? twice : id is null ? invalid : null;

    private void TakeText(in Utf8JsonReader name, in Utf8JsonReader value)
    {
        if (WebhookText.Is(name, "customerId"u8))
        {
            _customerId = WebhookText.Short(value);
        }
        else if (WebhookText.Is(name, "skill"u8))
        {
            _skill = WebhookText.Short(value);
        }
        else if (WebhookText.Is(name, "queue"u8))
        {
            _queue = WebhookText.Short(value);
        }
        else if (WebhookText.Is(name, "channel"u8))
        {
            _channel = WebhookText.Short(value);
        }
        else if (WebhookText.Is(name, "language"u8))
        {
            _language = WebhookText.Short(value);
        }
    }

    private readonly CompletedInteraction Interaction() => new(_interactionId!, _agentId!)
    {
        CompletedAt = _completedAt,
        CustomerId = _customerId,
        Skill = _skill,
        Queue = _queue,
        Channel = _channel,
        Language = _language,
    };
}
