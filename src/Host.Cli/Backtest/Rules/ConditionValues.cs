using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Backtest.Rules;

/// <summary>The values that a file has of what a condition asks for.</summary>
internal sealed class ConditionValues(FollowUpCondition condition)
{
    public FollowUpCondition Condition => condition;

    public string Subject => condition is AnswerCondition answer ? answer.Field : Format.Words(((FactCondition)condition).Fact);

    public ValueCounts Values { get; } = new();

    public void Add(PolicyInput facts)
    {
        if (condition is FactCondition fact)
        {
            Add(Value(fact.Fact, facts.Interaction));
            return;
        }

        var field = ((AnswerCondition)condition).Field;
        for (var i = 0; i < facts.Form.Responses.Count; i++)
        {
            if (string.Equals(facts.Form.Responses[i].FieldName, field, StringComparison.OrdinalIgnoreCase))
            {
                Add(facts.Form.Responses[i].Value);
            }
        }
    }

    private static string? Value(InteractionFact fact, CompletedInteraction interaction) => fact switch
    {
        InteractionFact.Skill => interaction.Skill,
        InteractionFact.Queue => interaction.Queue,
        InteractionFact.Channel => interaction.Channel,
        InteractionFact.Language => interaction.Language,
        InteractionFact.AgentId => interaction.AgentId,
        _ => interaction.CustomerId,
    };

    private void Add(string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Values.Add(value.Trim());
        }
    }
}
