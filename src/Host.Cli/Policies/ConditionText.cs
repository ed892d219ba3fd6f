using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>The texts for an override's conditions.</summary>
internal static class ConditionText
{
    public static string Describe(FollowUpCondition condition) => condition switch
    {
        FactCondition fact => $"{Format.Words(fact.Fact)} is {Any(fact.Values)}",
        AnswerIsOneOf one => $"{one.Field} is {Any(one.Values)}",
        AnswerInRange { Above: { } above, Below: { } below } range =>
            $"{range.Field} is above {Format.Decimal(above)} and below {Format.Decimal(below)}",
        AnswerInRange { Above: { } above } range => $"{range.Field} is above {Format.Decimal(above)}",
        AnswerInRange range => $"{range.Field} is below {Format.Decimal(range.Below!.Value)}",
        AnswerGiven given => $"{given.Field} is {(given.Given ? "answered" : "not answered")}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Any(IReadOnlyList<string> values) =>
        string.Join(" or ", values.Select(value => $"'{value}'"));
}
