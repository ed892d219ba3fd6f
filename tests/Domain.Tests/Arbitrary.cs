using CsCheck;
using CxoneAssist.Domain.Tests.Calendar;

namespace CxoneAssist.Domain.Tests;

internal static class Arbitrary
{
    public static readonly Gen<decimal> Score = Gen.OneOf(
        Gen.Int[1, 5].Select(whole => (decimal)whole),
        Gen.Int[1_000, 5_000].Select(thousandths => thousandths / 1_000m),
        Gen.OneOf(2.9999999m, 2.99999999999999999999999999m, 3.00000000000000000000000001m, 3.9999999m, 4.0m));

    public static readonly Gen<string?> Answer = Gen.OneOf(
        Gen.String.Select(text => (string?)text),
        Gen.String["0123456789.,eE+- NaIn\0\r\u0663\ud83d\ude00"].Select(text => (string?)text),
        Gen.Decimal.Select(number => (string?)FormattableString.Invariant($"{number}")),
        Gen.Double.Select(number => (string?)FormattableString.Invariant($"{number:R}")),
        Score.Select(score => (string?)FormattableString.Invariant($"{score}")),
        Gen.OneOf<string?>(null, "", "\0", "1e400", "1e-400", "NaN", "3,5", "2.5abc", new string('9', 400)));

    public static readonly Gen<DateTimeOffset> Time = Gen.OneOf(
        Gen.Long[-40 * TimeSpan.TicksPerDay, 40 * TimeSpan.TicksPerDay].Select(ticks => Survey.Morning.AddTicks(ticks)),
        Gen.DateTimeOffset,
        Gen.OneOf(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch, Survey.Morning));

    private static readonly BusinessCalendar Shop = Opening.Shop.Calendar();

    // The invariants hold only for tier lists of one unit in which a worse score never waits longer
    // or has a lower priority.
    public static readonly Gen<FollowUpPolicy> Policy =
        from steps in Gen.Select(Gen.Int[1, 150], Gen.Int[0, 2], Gen.Int[0, 90]).Array[1, 5]
        from unit in Gen.Enum<DurationUnit>()
        from notice in Gen.Select(Gen.Int[0, 50], Gen.Enum<DurationUnit>(), (amount, of) => new FollowUpDuration(amount, of))
        select new FollowUpPolicy("arbitrary", FollowUpPolicy.Default.Question, new(Tiers(steps, unit)), notice, Shop);

    public static readonly Gen<Survey> AnySurvey =
        from field in Gen.OneOf("overall_satisfaction", "Overall_Satisfaction", "comment", "")
        from answers in Answer.Array[0, 3]
        from times in Gen.Select(Time.Nullable(), Time.Nullable(), Time, Time)
        from policy in Gen.Frequency((1, Gen.Const(FollowUpPolicy.Default)), (1, Policy))
        select new Survey
        {
            Responses = [.. answers.Select(answer => new FormResponse(field, answer))],
            SubmittedAt = times.Item1,
            CompletedAt = times.Item2,
            ReceivedAt = times.Item3,
            DecidedAt = times.Item4,
            Policy = policy,
        };

    public static readonly Gen<Survey> ScoredSurvey =
        Gen.Select(AnySurvey, Score, (survey, score) => survey with { Responses = Survey.Scored(score).Responses });

    private static List<Tier> Tiers((int Step, int Milder, int Longer)[] steps, DurationUnit unit)
    {
        var (below, priority, due) = (1m, (int)TaskPriority.Critical, 0);
        List<Tier> tiers = [];
        foreach (var step in steps)
        {
            (below, priority, due) = (below + (step.Step / 100m), Math.Max(0, priority - step.Milder), due + step.Longer);
            tiers.Add(new Tier($"tier {tiers.Count}", below, (TaskPriority)priority, new FollowUpDuration(due, unit)));
        }

        return tiers;
    }
}
