namespace CxoneAssist.Domain;

/// <summary>A finished customer interaction, as the contact centre reports it.</summary>
/// <param name="InteractionId">The interaction's id, an <see cref="Identifier"/>.</param>
/// <param name="AgentId">The id of the agent who handled it, an <see cref="Identifier"/>.</param>
public sealed record CompletedInteraction(string InteractionId, string AgentId)
{
    /// <summary>
    /// When the interaction ended by the reporter's clock; <c>null</c> where it did not say.
    /// </summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The customer's id, where known.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The skill the interaction was routed to, where known.</summary>
    public string? Skill { get; init; }

    /// <summary>The queue it came through, where known.</summary>
    public string? Queue { get; init; }

    /// <summary>The channel (voice, chat, …), where known.</summary>
    public string? Channel { get; init; }

    /// <summary>The customer's language, where known.</summary>
    public string? Language { get; init; }
}
