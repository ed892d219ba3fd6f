namespace CxoneAssist.Domain;

/// <summary>
/// Something an override asks of an interaction or its form: <see cref="FactCondition"/>,
/// <see cref="AnswerIsOneOf"/>, <see cref="AnswerInRange"/> or <see cref="AnswerGiven"/>; there are
/// no others.
/// </summary>
public abstract class FollowUpCondition
{
    private protected FollowUpCondition()
    {
    }

    /// <summary>Whether it holds. Never throws on any facts.</summary>
    /// <param name="input">What is known of the interaction.</param>
    internal abstract bool Holds(PolicyInput input);

    /// <summary>
    /// What is asked and what was found, as half a sentence: <c>skill is 'billing', not one of
    /// 'vip'</c>.
    /// </summary>
    /// <param name="input">What is known of the interaction.</param>
    internal abstract string Explain(PolicyInput input);

    internal abstract string Subject { get; }

    internal abstract int Rank { get; }

    private protected static string Listed(IReadOnlyList<string> values) =>
        (values.Count == 1 ? "" : "one of ") + string.Join(", ", values.Select(value => $"'{value}'"));

    private protected static string[] Normal(IReadOnlyList<string> values, string parameter)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        string[] normal = [.. values.Select(value => NormalForm.Compose(value.Trim())).Distinct(StringComparer.OrdinalIgnoreCase)];
        return normal.Length == 0 || normal.Any(value => value.Length == 0)
            ? throw new ArgumentException("At least one value is needed, and none may be blank.", parameter)
            : normal;
    }
}

/// <summary>A fact of the interaction that overrides can ask for.</summary>
public enum InteractionFact
{
    /// <summary><see cref="CompletedInteraction.Skill"/>.</summary>
    Skill,

    /// <summary><see cref="CompletedInteraction.Queue"/>.</summary>
    Queue,

    /// <summary><see cref="CompletedInteraction.Channel"/>.</summary>
    Channel,

    /// <summary><see cref="CompletedInteraction.Language"/>.</summary>
    Language,

    /// <summary><see cref="CompletedInteraction.AgentId"/>.</summary>
    AgentId,

    /// <summary><see cref="CompletedInteraction.CustomerId"/>.</summary>
    CustomerId,
}

/// <summary>
/// A fact of the interaction is one of some values, without regard to case; an absent one never is.
/// </summary>
/// <param name="fact">The fact.</param>
/// <param name="values">The values, at least one, none blank.</param>
public sealed class FactCondition(InteractionFact fact, IReadOnlyList<string> values) : FollowUpCondition
{
    private readonly string[] _values = Normal(values, nameof(values));

    /// <summary>The fact.</summary>
    public InteractionFact Fact { get; } = fact;

    /// <summary>The values.</summary>
    public IReadOnlyList<string> Values => _values;

    internal override string Subject => FactName;

    internal override int Rank => (int)Fact;

    internal string FactName => char.ToLowerInvariant(Fact.ToString()[0]) + Fact.ToString()[1..];

    internal override bool Holds(PolicyInput input) =>
        Value(input) is { } value && ScoreWords.Contains(_values, value.AsSpan().Trim());

    internal override string Explain(PolicyInput input)
    {
        if (Value(input) is not { } value || string.IsNullOrWhiteSpace(value))
        {
            return $"{FactName} is not known";
        }

        var shown = $"{FactName} is '{ScoreText.Quote(value.AsSpan().Trim())}'";
        return Holds(input) ? shown : $"{shown}, not {Listed(Values)}";
    }

    private string? Value(PolicyInput input) => Fact switch
    {
        InteractionFact.Skill => input.Interaction.Skill,
        InteractionFact.Queue => input.Interaction.Queue,
        InteractionFact.Channel => input.Interaction.Channel,
        InteractionFact.Language => input.Interaction.Language,
        InteractionFact.AgentId => input.Interaction.AgentId,
        _ => input.Interaction.CustomerId,
    };
}
