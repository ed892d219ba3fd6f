using System.Globalization;
using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Sandbox.Surveys;

/// <summary>
/// Changes some generated surveys so that a policy's rules apply: conditions of overrides hold, as far as the score
/// allows, and customers whose tasks may be suppressed answer more than once.
/// </summary>
internal sealed class PolicyCases(FollowUpPolicy policy, int count, int seed)
{
    private const double OverrideShare = 0.3;
    private const double AnswersPerCustomer = 1.5;

    // A sequence of its own: a policy without such rules gets the same surveys as any other on its scale.
    private readonly Random _random = new(seed ^ int.MaxValue);

    public Survey Fit(Survey survey)
    {
        if (policy.Suppression is not null)
        {
            var number = _random.Next(Math.Max(1, (int)(count / AnswersPerCustomer)));
            survey = survey with { Customer = string.Create(CultureInfo.InvariantCulture, $"customer-{number + 1}") };
        }

        return policy.Overrides.Count > 0 && _random.NextDouble() < OverrideShare
            ? policy.Overrides[_random.Next(policy.Overrides.Count)].When.Aggregate(survey, Meet)
            : survey;
    }

    private Survey Meet(Survey survey, FollowUpCondition condition) => condition switch
    {
        FactCondition fact => With(survey, fact.Fact, Any(fact.Values)),
        AnswerIsOneOf one => Answering(survey, one.Field, Any(one.Values)),
        AnswerInRange range => Answering(survey, range.Field, Within(range)),
        AnswerGiven { Given: true } given => Answering(survey, given.Field, "yes"),

        // What is not to be answered is not.
        _ => survey,
    };

    private static Survey With(Survey survey, InteractionFact fact, string value) => fact switch
    {
        InteractionFact.Skill => survey with { Skill = value },
        InteractionFact.Queue => survey with { Queue = value },
        InteractionFact.Channel => survey with { Channel = value },
        InteractionFact.Language => survey with { Language = value },
        InteractionFact.CustomerId => survey with { Customer = value },
        _ => Identifier.IsValid(value) ? survey with { AgentId = value } : survey,
    };

    // The score stays as it is: else as many customers would be unhappy as the override has surveys.
    private Survey Answering(Survey survey, string field, string answer) =>
        string.Equals(field, policy.Question.Fields[0], StringComparison.OrdinalIgnoreCase)
            ? survey
            : survey with
            {
                OtherAnswers = new Dictionary<string, string>(survey.OtherAnswers, StringComparer.OrdinalIgnoreCase) { [field] = answer },
            };

    private static string Within(AnswerInRange range)
    {
        var number = (range.Above, range.Below) switch
        {
            ({ } above, { } below) => above + 1 < below ? above + 1 : (above + below) / 2,
            ({ } above, null) => above + 1,
            _ => range.Below!.Value - 1,
        };
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private string Any(IReadOnlyList<string> values) => values[_random.Next(values.Count)];
}
