using CsCheck;

namespace CxoneAssist.Domain.Tests.PolicyFile;

/// <summary>Policies that use everything the format has.</summary>
internal static class ArbitraryPolicy
{
    private static readonly TimeZoneInfo[] Zones =
        [.. new[] { "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC" }.Select(TimeZoneInfo.FindSystemTimeZoneById)];

    private static readonly Gen<string> Word =
        Gen.String[Gen.Char["abcXYZ 059.,:'\"\\/{}[]<>&+-_äßéçλ漢"], 1, 12].Select(text => "w" + text.TrimEnd());

    private static readonly Gen<decimal> Number = Gen.OneOf(
        Gen.Int[-20, 20].Select(whole => (decimal)whole), Gen.Int[-2_000, 2_000].Select(part => part / 100m), Gen.OneOf(0.10m, -0.0m, 3.000m));

    private static readonly Gen<TextTemplate?> Text =
        from words in Word.Array[1, 3]
        from placeholder in Gen.OneOf("{score}", "{customerId}", "{field}", "{not one}", "{", "")
        from absent in Gen.Bool
        select absent ? null : TextTemplate.Parse(string.Join(placeholder, words), false, out _);

    private static readonly Gen<DateOnly> Date = Gen.Int[0, 800].Select(days => new DateOnly(2026, 1, 1).AddDays(days));

    // Split days and nights, never overlapping: a morning, an afternoon, a night that ends before the morning. Long enough for any duration here.
    private static readonly Gen<IReadOnlyList<OpeningHours>> Hours =
        from morning in Gen.Select(Gen.Int[420, 600], Gen.Int[40, 120])
        from afternoon in Gen.Select(Gen.Int[780, 900], Gen.Int[40, 200])
        from night in Gen.Select(Gen.Int[1200, 1439], Gen.Int[40, 400])
        from which in Gen.Int[1, 7]
        select (IReadOnlyList<OpeningHours>)
        [
            .. new[] { morning, afternoon, night }.Where((_, index) => (which & (1 << index)) != 0)
                .Select(one => new OpeningHours(one.Item1, one.Item1 + one.Item2)),
        ];

    private static readonly Gen<BusinessCalendar> Calendar =
        from zone in Gen.OneOf(Zones)
        from week in Gen.Dictionary(Gen.Enum<DayOfWeek>(), Hours)[1, 7]
        from holidays in Date.HashSet[0, 6]
        from special in Gen.Dictionary(Date, Gen.OneOf(Hours, Gen.Const((IReadOnlyList<OpeningHours>)[])))[0, 4]
        select new BusinessCalendar(zone, week, holidays, special.Where(one => !holidays.Contains(one.Key)).ToDictionary());

    private static readonly Gen<FollowUpCondition> Answer =
        from field in Word
        from values in Word.Array[1, 3]
        from bounds in Gen.Select(Number, Number, Gen.Int[1, 3])
        from kind in Gen.Int[0, 3]
        select (FollowUpCondition)(kind switch
        {
            0 => new AnswerIsOneOf(field, values),
            1 => Range(field, bounds.Item1, bounds.Item2, bounds.Item3),
            _ => new AnswerGiven(field, kind == 2),
        });

    private static readonly Gen<FollowUpCondition[]> Conditions =
        from facts in Gen.Dictionary(Gen.Enum<InteractionFact>(), Word.Array[1, 3])[1, 4]
        from answers in Answer.Array[0, 3]
        select (FollowUpCondition[])
        [
            .. facts.Select(fact => new FactCondition(fact.Key, fact.Value)),
            .. answers.Cast<AnswerCondition>().DistinctBy(answer => answer.Field, StringComparer.OrdinalIgnoreCase),
        ];

    private static readonly Gen<ScoreQuestion> Question =
        from fields in Word.Array[1, 3]
        from scale in Gen.Select(Number, Gen.Int[1, 1_000])
        from labels in Gen.Dictionary(Word, Gen.Int[0, 100])[0, 3]
        from unanswered in Word.Array[0, 2]
        from kind in Gen.Select(Gen.Enum<ScaleDirection>(), Gen.Enum<ScoreCombination>())
        let names = fields.Distinct(StringComparer.OrdinalIgnoreCase).ToArray()
        let width = scale.Item2 / 10m
        select new ScoreQuestion(names, scale.Item1, scale.Item1 + width)
        {
            Direction = kind.Item1,
            Combine = names.Length == 1 ? default : kind.Item2,
            Labels = labels.DistinctBy(label => label.Key, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(label => label.Key, label => scale.Item1 + (width * label.Value / 100)),
            Unanswered = [.. unanswered.Except(labels.Keys, StringComparer.OrdinalIgnoreCase)],
        };

    public static readonly Gen<FollowUpPolicy> Any =
        from question in Question
        from hasCalendar in Gen.Bool
        from calendar in Calendar
        from name in Word
        from tiers in Tiers(question.Direction, hasCalendar, 1)
        from overrides in Gen.Select(Word, Conditions, Tiers(question.Direction, hasCalendar, 0)).Array[0, 3]
        from notice in Duration(hasCalendar)
        from suppression in Duration(false)
        from fallback in Gen.OneOf<string?>(null, "queue-7", "a.b@c")
        from texts in Gen.Select(Text, Text, Text, Text)
        select new FollowUpPolicy(
            name, question, tiers, notice, hasCalendar ? calendar : null,
            [.. overrides.Select(one => new PolicyOverride(one.Item1, one.Item2, one.Item3))],
            suppression.Amount == 0 ? null : new SuppressionRule(suppression),
            fallback,
            new PolicyTexts { Subject = texts.Item1, Description = texts.Item2, PossibleDuplicate = texts.Item3, Notification = texts.Item4 });

    private static Gen<FollowUpDuration> Duration(bool business) =>
        Gen.Select(Gen.Int[0, 52], Gen.Int[0, business ? 5 : 3], (amount, unit) => new FollowUpDuration(amount, (DurationUnit)unit));

    private static Gen<TierList> Tiers(ScaleDirection worse, bool business, int least) =>
        from bounds in Number.Array[least, 4]
        from made in Gen.Select(Word, Gen.Enum<TaskPriority>(), Duration(business)).Array[5]
        from hasOtherwise in Gen.Bool
        let ordered = bounds.Distinct().Order().ToArray()
        let sorted = worse == ScaleDirection.LowIsWorse ? ordered : ordered.Reverse().ToArray()
        select new TierList(
            [.. sorted.Select((bound, index) => new Tier(made[index].Item1, bound, made[index].Item2, made[index].Item3))],
            hasOtherwise ? new Tier(made[4].Item1, null, made[4].Item2, made[4].Item3) : null);

    private static AnswerInRange Range(string field, decimal one, decimal other, int which) => which switch
    {
        1 => new AnswerInRange(field, one, null),
        2 => new AnswerInRange(field, null, one),
        _ => new AnswerInRange(field, Math.Min(one, other), Math.Max(one, other) + 1),
    };
}
