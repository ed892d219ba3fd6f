using System.Collections.Frozen;
using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Sandbox.Surveys;

/// <summary>A customer's survey after an interaction, as it is sent to the host.</summary>
/// <param name="InteractionId">The interaction.</param>
/// <param name="AgentId">The agent who handled it.</param>
/// <param name="Score">The literal answer; empty where the customer gave none.</param>
/// <param name="Channel">The channel; empty where it is not known.</param>
internal sealed record Survey(string InteractionId, string AgentId, string Score, string Channel)
{
    /// <summary>The customer; <c>null</c> where it is not known.</summary>
    public string? Customer { get; init; }

    /// <summary>The skill; <c>null</c> where it is not known.</summary>
    public string? Skill { get; init; }

    /// <summary>The queue; <c>null</c> where it is not known.</summary>
    public string? Queue { get; init; }

    /// <summary>The customer's language; <c>null</c> where it is not known.</summary>
    public string? Language { get; init; }

    /// <summary>The other answers of the form, by field.</summary>
    public IReadOnlyDictionary<string, string> OtherAnswers { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The interaction, as the webhook describes it.</summary>
    public CompletedInteraction ToInteraction(DateTimeOffset completedAt) => new(InteractionId, AgentId)
    {
        CompletedAt = completedAt,
        CustomerId = Customer,
        Skill = Skill,
        Queue = Queue,
        Channel = Channel.Length == 0 ? null : Channel,
        Language = Language,
    };

    /// <summary>All answers of the form, the score as that of a field.</summary>
    public IEnumerable<KeyValuePair<string, string>> Answers(string scoreField) =>
        OtherAnswers.Prepend(KeyValuePair.Create(scoreField, Score));
}
