namespace CxoneAssist.Domain.Lint;

/// <summary>
/// Whether some conditions hold wherever others do. Where that is hard to tell, they are said not
/// to.
/// </summary>
internal static class Implication
{
    public static bool Covers(IReadOnlyList<FollowUpCondition> wide, IReadOnlyList<FollowUpCondition> narrow) =>
        wide.All(asked => narrow.Any(given => Implies(given, asked)));

    private static bool Implies(FollowUpCondition given, FollowUpCondition asked) => (given, asked) switch
    {
        (FactCondition one, FactCondition other) => one.Fact == other.Fact && IsSubset(one.Values, other.Values),
        (AnswerCondition one, AnswerCondition other) => SameField(one, other) && Implies(one, other),
        _ => false,
    };

    private static bool Implies(AnswerCondition given, AnswerCondition asked) => (given, asked) switch
    {
        (AnswerGiven one, AnswerGiven other) => one.Given == other.Given,
        (AnswerIsOneOf or AnswerInRange, AnswerGiven other) => other.Given,
        (AnswerIsOneOf one, AnswerIsOneOf other) => IsSubset(one.Values, other.Values),
        (AnswerInRange one, AnswerInRange other) =>
            (other.Above is null || one.Above >= other.Above) && (other.Below is null || one.Below <= other.Below),
        _ => false,
    };

    private static bool SameField(AnswerCondition one, AnswerCondition other) =>
        string.Equals(one.Field, other.Field, StringComparison.OrdinalIgnoreCase);

    private static bool IsSubset(IReadOnlyList<string> values, IReadOnlyList<string> of) =>
        values.All(value => of.Contains(value, StringComparer.OrdinalIgnoreCase));
}
