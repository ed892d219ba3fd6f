using System.Text.Json;

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>Writes the conditions of an override.</summary>
internal sealed class ConditionWriter(Utf8JsonWriter json)
{
    public void Write(IReadOnlyList<FollowUpCondition> conditions)
    {
        foreach (var fact in conditions.OfType<FactCondition>())
        {
            Values(fact.FactName, fact.Values);
        }

        if (!conditions.OfType<AnswerCondition>().Any())
        {
            return;
        }

        json.WriteStartObject("responses");
        foreach (var answer in conditions.OfType<AnswerCondition>())
        {
            Answer(answer);
        }

        json.WriteEndObject();
    }

    private void Answer(AnswerCondition condition)
    {
        switch (condition)
        {
            case AnswerIsOneOf one:
                Values(one.Field.Trim(), one.Values);
                break;
            case AnswerInRange range:
                json.WriteStartObject(range.Field.Trim());
                Bound("above", range.Above);
                Bound("below", range.Below);
                json.WriteEndObject();
                break;
            case AnswerGiven given:
                json.WriteStartObject(given.Field.Trim());
                json.WriteBoolean(given.Given ? "present" : "absent", true);
                json.WriteEndObject();
                break;
        }
    }

    private void Bound(string name, decimal? bound)
    {
        if (bound is { } number)
        {
            json.WriteNumber(name, ScoreText.Normal(number));
        }
    }

    private void Values(string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
