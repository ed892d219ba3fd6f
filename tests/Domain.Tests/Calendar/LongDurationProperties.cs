using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace CxoneAssist.Domain.Tests.Calendar;

/// <summary>Durations as long as a policy may write them, on calendars from all week to a minute of it, with many dates of their own.</summary>
internal sealed class LongDurationProperties
{
    private static readonly TimeZoneInfo[] Zones =
        [.. new[] { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC" }.Select(TimeZoneInfo.FindSystemTimeZoneById)];

    private static readonly DateOnly First = new(2026, 1, 1);

    private static readonly Gen<IReadOnlyList<OpeningHours>> Hours = Gen.Select(Gen.Int[360, 700], Gen.Int[1, 80], Gen.Int[1, 500], Gen.Int[0, 3]).Select(
        (opens, length, later, kind) => (IReadOnlyList<OpeningHours>)(kind switch
        {
            0 => [new(opens, opens + 1)],
            1 => [new(opens, opens + length), new(opens + length, opens + length + later)],
            2 => [new(opens, opens + length + later)],
            _ => [.. Enumerable.Range(6, 16).Select(hour => new OpeningHours(hour * 60, (hour * 60) + Math.Min(length, 60)))],
        }));

    private static readonly Gen<DateOnly> Date = Gen.Int[0, 1_500].Select(First.AddDays);

    private static readonly Gen<BusinessCalendar> Calendar =
        from zone in Gen.OneOf(Zones)
        from week in Gen.Dictionary(Gen.Enum<DayOfWeek>(), Hours)[1, 7]
        from holidays in Date.HashSet[0, 300]
        from special in Gen.Dictionary(Date, Gen.OneOf(Hours, Gen.Const((IReadOnlyList<OpeningHours>)[])))[0, 100]
        select new BusinessCalendar(zone, week, holidays, special.Where(one => !holidays.Contains(one.Key)).ToDictionary());

    private static readonly Gen<FollowUpDuration> Duration = Gen.OneOf(
        Gen.Int[0, 200].Select(hours => new FollowUpDuration(hours, DurationUnit.BusinessHours)),
        Gen.Int[0, 8784].Select(hours => new FollowUpDuration(hours, DurationUnit.BusinessHours)),
        Gen.Int[0, 366].Select(days => new FollowUpDuration(days, DurationUnit.BusinessDays)));

    [Test]
    public void After_LongDuration_IsAsCountedDayByDayOrBeyondWhatATaskAllows()
    {
        var (inTime, late) = (0, 0);
        Gen.Select(Calendar, Duration, Gen.Int[0, 525_600]).ShouldHold(one =>
        {
            var (calendar, duration, minute) = one;
            var start = new DateTimeOffset(First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minute);
            var limit = DueDate.Limit(start);
            var due = duration.After(start, calendar);
            var expected = new DayByDay(calendar, limit).After(start, duration);
            (inTime, late) = expected is null ? (inTime, late + 1) : (inTime + 1, late);
            return expected is { } known ? due == known : due >= limit;
        }, 2_000);

        Assert.That(Property.IsThorough && (inTime < 200 || late < 200), Is.False, $"{inTime} in time, {late} late.");
    }

    [Test, Slow]
    public void Lint_LongestDurationItLeaves_IsInTimeAllYear()
    {
        var limited = 0;
        Gen.Select(Calendar, Gen.OneOf("8784bh", "366bd").Select(Opening.Duration), Gen.Int[0, 525_600].Array[100]).ShouldHold(one =>
        {
            var (calendar, duration, minutes) = one;
            while (Most(calendar, duration) is { } most && most < duration.Amount)
            {
                duration = duration with { Amount = most };
                limited++;
            }

            var start = new DateTimeOffset(First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            return Array.TrueForAll(minutes, minute => duration.After(start.AddMinutes(minute), calendar) < DueDate.Limit(start.AddMinutes(minute)));
        }, 300);

        Assert.That(Property.IsThorough && limited < 100, Is.False, $"{limited} were limited.");
    }

    // What a remedy of the reader or of lint says: "Write at most 104bh".
    private static int? Most(BusinessCalendar calendar, FollowUpDuration duration)
    {
        var reading = FollowUpPolicyFile.Read(FollowUpPolicyFile.Write(Policy(calendar, duration)));
        var told = reading.Problems.Select(problem => problem.Message)
            .Concat(PolicyLint.Check(reading, First).Where(finding => finding.Rule == "due-too-late").Select(finding => finding.Remedy))
            .Select(text => Regex.Match(text, "at most ([0-9]+)b|Write elapsed")).FirstOrDefault(match => match.Success);
        return told is null ? null : int.TryParse(told.Groups[1].Value, CultureInfo.InvariantCulture, out var most) ? most : 0;
    }

    private static FollowUpPolicy Policy(BusinessCalendar calendar, FollowUpDuration duration) => new(
        "p", FollowUpPolicy.Default.Question, new([new("t", 3, TaskPriority.High, duration)]), default, calendar);

    // What the reader refuses is never over in time, whatever the day; lint finds what is read and yet too long.
    [Test]
    public void Read_DurationRefusedAsNeverOver_IsNeverOver()
    {
        var refused = 0;
        Gen.Select(Calendar, Duration, Gen.Int[0, 2_000_000]).ShouldHold(one =>
        {
            var (calendar, duration, minute) = one;
            var problems = FollowUpPolicyFile.Read(FollowUpPolicyFile.Write(Policy(calendar, duration))).Problems;
            if (problems.All(problem => !problem.Message.Contains("never ends", StringComparison.Ordinal)))
            {
                return true;
            }

            refused++;
            var start = new DateTimeOffset(First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minute);
            return new DayByDay(calendar, DueDate.Limit(start)).After(start, duration) is null;
        }, 1_000);

        Assert.That(Property.IsThorough && refused < 100, Is.False, $"{refused} refused.");
    }
}
