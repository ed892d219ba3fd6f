using CsCheck;

namespace CxoneAssist.Domain.Tests.Calendar;

internal sealed class BusinessTimeProperties
{
    private static readonly Gen<(BusinessCalendar Calendar, Wall Wall, DateTimeOffset Start, FollowUpDuration Duration)> Case =
        Gen.Select(ArbitraryCalendar.Case, ArbitraryCalendar.Business, (one, duration) => (one.Calendar, one.Wall, one.Start, duration));

    private static readonly Gen<FollowUpDuration> Elapsed = Gen.Select(
        Gen.Int[0, 50],
        Gen.OneOf(DurationUnit.Minutes, DurationUnit.Hours, DurationUnit.Days, DurationUnit.Weeks),
        (amount, unit) => new FollowUpDuration(amount, unit));

    private static readonly Gen<(Survey Survey, Wall Wall)> Decided =
        from one in Case
        from notice in Gen.OneOf(Elapsed, ArbitraryCalendar.Business)
        from late in Gen.Int[-3_000, 20_000]
        select (Survey.Scored(1) with
        {
            ReceivedAt = one.Start,
            DecidedAt = one.Start.AddMinutes(late),
            Policy = new("arbitrary", FollowUpPolicy.Default.Question, new([new("t", 3, TaskPriority.High, one.Duration)]), notice, one.Calendar),
        }, one.Wall);

    [Test]
    public void After_BusinessTime_IsWhatGoingFromMinuteToMinuteGives()
    {
        var within = 0;

        Case.ShouldHold(
            one =>
            {
                var expected = new MinuteByMinute(one.Calendar, one.Wall).After(one.Start, one.Duration);
                within += expected is null ? 0 : 1;
                return expected is null || one.Duration.After(one.Start, one.Calendar) == expected;
            },
            3_000);

        // Most due dates have to lie within the weeks looked at, or little was compared.
        Assert.That(within, Is.GreaterThan(Property.IsThorough ? 2_000 : 0));
    }

    [Test]
    public void Decide_BusinessTime_IsDueInOpenHoursOrExactlyAtAClosing() => Decided.ShouldHold(
        one => one.Survey.DecideDue() is var due && (!one.Wall.Holds(due.At)
            || new MinuteByMinute(one.Survey.Policy.Calendar!, one.Wall) is var wall && (wall.IsOpen(due.At) || wall.IsClosing(due.At))),
        2_000);

    [Test]
    public void Decide_BusinessTime_IsDueNoEarlierThanTheDecisionPlusNotice() => Decided.ShouldHold(
        one => one.Survey.DecideDue().At >= one.Survey.Policy.MinimumLeadTime.After(one.Survey.DecidedAt, one.Survey.Policy.Calendar));

    [Test]
    public void After_BusinessTime_IsNeverBeforeItsStart() => Case.ShouldHold(one => one.Duration.After(one.Start, one.Calendar) >= one.Start);

    [Test]
    public void After_LongerDuration_IsNeverDueEarlier() => Gen.Select(Case, Gen.Int[0, 20]).ShouldHold(pair =>
    {
        var (one, more) = pair;
        var longer = one.Duration with { Amount = one.Duration.Amount + more };
        return longer.After(one.Start, one.Calendar) >= one.Duration.After(one.Start, one.Calendar);
    });

    [Test]
    public void After_MoreHolidays_IsNeverDueEarlier() => Gen.Select(Case, Gen.Int[-3, 12].Array[1, 4]).ShouldHold(
        pair =>
        {
            var (one, days) = pair;
            var holidays = days.Select(day => DateOnly.FromDateTime(one.Start.Date).AddDays(day));
            return one.Duration.After(one.Start, ArbitraryCalendar.Without(one.Calendar, holidays)) >= one.Duration.After(one.Start, one.Calendar);
        },
        20_000);

    [Test]
    public void After_ElapsedTime_IsExactWhateverTheClockDoes() => Gen.Select(ArbitraryCalendar.Case, Elapsed).ShouldHold(pair =>
    {
        var ((calendar, _, start), duration) = pair;
        var minutes = duration.Unit switch
        {
            DurationUnit.Minutes => 1,
            DurationUnit.Hours => 60,
            DurationUnit.Days => 24 * 60,
            _ => 7 * 24 * 60,
        };
        return duration.After(start, calendar) - start == TimeSpan.FromMinutes(duration.Amount * minutes);
    });

    [Test]
    public void After_BusinessDaysThatNeverClose_StaysOnTheLocalClock() => Gen.Select(ArbitraryCalendar.Case, Gen.Int[0, 9]).ShouldHold(pair =>
    {
        var ((calendar, _, start), days) = pair;
        var always = Opening.Daily("00:00-24:00", calendar.Zone.Id).Calendar();
        var due = TimeZoneInfo.ConvertTime(new FollowUpDuration(days, DurationUnit.BusinessDays).After(start, always), calendar.Zone).DateTime;
        var wanted = TimeZoneInfo.ConvertTime(start, calendar.Zone).DateTime.AddDays(days);
        // A day that a zone left out is no open day, and a clock that goes back over midnight shows a day that has begun as the one before.
        return calendar.Zone.Id is "Pacific/Apia" or "America/St_Johns" || due == wanted || calendar.Zone.IsInvalidTime(wanted);
    });

    [Test]
    public void Steps_AnyCase_AreAFewSentencesThatEndWithTheDueDate() => Decided.ShouldHold(
        one =>
        {
            var due = one.Survey.DecideDue();
            return due.Steps.Count is >= 2 and <= 20 && due.Steps.All(step => step.EndsWith('.') && !step.Any(char.IsControl))
                && due.Steps[^1].Contains(FormattableString.Invariant($"({due.At:yyyy-MM-dd'T'HH:mm:ss'Z'})"), StringComparison.Ordinal);
        },
        2_000);

    [Test]
    public void After_AnyTimeAndAmount_GivesATimeAndNoException() => Gen.Select(Case, Arbitrary.Time, Gen.Int[0, int.MaxValue]).ShouldHold(
        cases =>
        {
            var (one, start, amount) = cases;
            var due = (one.Duration with { Amount = amount }).After(start, one.Calendar);
            return due >= start && due == (one.Duration with { Amount = amount }).After(start, one.Calendar);
        },
        40);
}
