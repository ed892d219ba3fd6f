using System.Text.Json;
using CxoneAssist.Domain;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>The members of a webhook's object as they come along. What is not known is skipped, what cannot be read is left out.</summary>
internal struct WebhookMembers
{
    private string? eventType, interactionId, agentId, customerId, skill, queue, channel, language;
    private DateTimeOffset? completedAt;
    private int interactionIds, agentIds;

    /// <summary>Takes the member whose name the reader stands on, and leaves the reader at its end.</summary>
    public void Take(ref Utf8JsonReader reader)
    {
        var name = reader;
        reader.Read();
        if (JsonText.Is(name, "interactionId"u8))
        {
            interactionIds++;
            interactionId = JsonText.Identifier(reader);
        }
        else if (JsonText.Is(name, "agentId"u8))
        {
            agentIds++;
            agentId = JsonText.Identifier(reader);
        }
        else if (JsonText.Is(name, "eventType"u8))
        {
            eventType = JsonText.Name(reader);
        }
        else if (JsonText.Is(name, "timestamp"u8))
        {
            completedAt = JsonTime.Read(reader);
        }
        else
        {
            TakeText(name, reader);
        }

        reader.Skip();
    }

    public readonly WebhookBody Judge()
    {
        var problem = Problem(interactionIds, interactionId, WebhookProblem.InteractionId, WebhookProblem.InteractionIdTwice)
            ?? Problem(agentIds, agentId, WebhookProblem.AgentId, WebhookProblem.AgentIdTwice);
        if (problem is not null)
        {
            return new(eventType, null, problem);
        }

        return new(eventType, Interaction(), null);
    }

    private static WebhookProblem? Problem(int times, string? id, WebhookProblem invalid, WebhookProblem twice) =>
        times > 1 ? twice : id is null ? invalid : null;

    private void TakeText(in Utf8JsonReader name, in Utf8JsonReader value)
    {
        if (JsonText.Is(name, "customerId"u8))
        {
            customerId = JsonText.Short(value);
        }
        else if (JsonText.Is(name, "skill"u8))
        {
            skill = JsonText.Short(value);
        }
        else if (JsonText.Is(name, "queue"u8))
        {
            queue = JsonText.Short(value);
        }
        else if (JsonText.Is(name, "channel"u8))
        {
            channel = JsonText.Short(value);
        }
        else if (JsonText.Is(name, "language"u8))
        {
            language = JsonText.Short(value);
        }
    }

    private readonly CompletedInteraction Interaction() => new(interactionId!, agentId!)
    {
        CompletedAt = completedAt,
        CustomerId = customerId,
        Skill = skill,
        Queue = queue,
        Channel = channel,
        Language = language,
    };
}
