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
    private DroppedMembers _dropped;

    /// <summary>
    /// Reads the member at whose name the reader stands, and leaves the reader at the member's end.
    /// </summary>
    public void ReadMember(ref Utf8JsonReader reader)
    {
        var member = WebhookMemberNames.Find(reader, out var isExact);
        reader.Read();
        if (member is { } known)
        {
            var dropped = isExact ? ReadValue(known, reader) : DropReason.OtherSpelling;
            _dropped = dropped is { } reason ? _dropped.With(known, reason) : _dropped;
        }

        reader.Skip();
    }

    public readonly WebhookBody Judge()
    {
        var problem =
            Problem(_interactionIds, _interactionId, WebhookProblem.InteractionId, WebhookProblem.InteractionIdTwice)
            ?? Problem(_agentIds, _agentId, WebhookProblem.AgentId, WebhookProblem.AgentIdTwice);
        return new(_eventType, problem is null ? Interaction() : null, problem) { Dropped = _dropped };
    }

    private static WebhookProblem? Problem(int times, string? id, WebhookProblem invalid, WebhookProblem twice) =>
        times > 1 ? twice : id is null ? invalid : null;

    private DropReason? ReadValue(WebhookMember member, in Utf8JsonReader value)
    {
        DropReason? dropped = null;
        switch (member)
        {
            // A missing or invalid id is a problem of the whole webhook.
            case WebhookMember.InteractionId:
                _interactionIds++;
                _interactionId = WebhookText.Identifier(value);
                break;
            case WebhookMember.AgentId:
                _agentIds++;
                _agentId = WebhookText.Identifier(value);
                break;
            case WebhookMember.EventType:
                _eventType = WebhookText.Name(value, out dropped);
                break;
            case WebhookMember.Timestamp:
                _completedAt = JsonTime.Read(value, out dropped);
                break;
            case WebhookMember.CustomerId:
                _customerId = WebhookText.Short(value, out dropped);
                break;
            case WebhookMember.Skill:
                _skill = WebhookText.Short(value, out dropped);
                break;
            case WebhookMember.Queue:
                _queue = WebhookText.Short(value, out dropped);
                break;
            case WebhookMember.Channel:
                _channel = WebhookText.Short(value, out dropped);
                break;
            case WebhookMember.Language:
                _language = WebhookText.Short(value, out dropped);
                break;
        }

        return dropped;
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
