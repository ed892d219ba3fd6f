using System.Globalization;

namespace CxoneAssist.Domain.Tests.Calendar;

internal sealed class CalendarReasonsTests
{
    [Test]
    public void Reasons_BusinessHours_NameEachStretchOfOpenTime() => AssertSentences(
        [.. Decide(Opening.Shop, "2026-12-23T16:40+01:00", "4bh").Reasons.Skip(1)],
        "overall_satisfaction is 2 on a scale from 1 to 5.",
        "Tier 'unhappy' applies: 2 is below 3, so priority High, due after 4bh.",
        "Counted from Wednesday 2026-12-23 16:40 in Europe/Berlin (2026-12-23T15:40:00Z), when the form was submitted.",
        "Wednesday 2026-12-23: 1 h 20 min, to closing at 18:00.",
        "Thursday 2026-12-24, special hours 09:00 to 12:00: another 2 h 40 min.",
        "Due Thursday 2026-12-24 11:40 in Europe/Berlin (2026-12-24T10:40:00Z).");

    [Test]
    public void Steps_BusinessHoursFromOutsideThem_SayFromWhichOpening() => AssertSteps(
        Decide(Opening.Shop, "2026-12-23T19:40:30+01:00", "4bh"),
        "Counted from Wednesday 2026-12-23 19:40:30 in Europe/Berlin (2026-12-23T18:40:30Z), when the form was submitted.",
        "Closed then: counted from the next opening, Thursday 2026-12-24 09:00.",
        "Thursday 2026-12-24 (special hours): 3 h, to closing at 12:00.",
        "Closed on Friday 2026-12-25 (holiday), Saturday 2026-12-26 (holiday).",
        "Monday 2026-12-28, open 09:00 to 12:30: another 1 h.",
        "Due Monday 2026-12-28 10:00 in Europe/Berlin (2026-12-28T09:00:00Z).");

    [Test]
    public void Steps_WithinOneStretch_SayUntilWhenItIsOpen() => AssertSteps(
        Decide(Opening.Shop, "2026-12-21T09:00:15+01:00", "3bh"),
        "Counted from Monday 2026-12-21 09:00:15 in Europe/Berlin (2026-12-21T08:00:15Z), when the form was submitted.",
        "Monday 2026-12-21: 3 h, before closing at 12:30.",
        "Due Monday 2026-12-21 12:00:15 in Europe/Berlin (2026-12-21T11:00:15Z).");

    [Test]
    public void Steps_ExactlyToClosing_SaySo() => Assert.That(
        Decide(Opening.Shop, "2026-12-21T17:00+01:00", "1bh").Due.Steps[1], Is.EqualTo("Monday 2026-12-21: 1 h, to closing at 18:00."));

    [Test]
    public void Steps_FromAClosing_BeginWithTheNextOpening() => AssertSteps(
        Decide(Opening.Shop, "2026-12-21T12:30+01:00", "1bh"),
        "Counted from Monday 2026-12-21 12:30 in Europe/Berlin (2026-12-21T11:30:00Z), when the form was submitted.",
        "Closed then: counted from the next opening, Monday 2026-12-21 13:30.",
        "Monday 2026-12-21: 1 h, before closing at 18:00.",
        "Due Monday 2026-12-21 14:30 in Europe/Berlin (2026-12-21T13:30:00Z).");

    [Test]
    public void Steps_HolidaysBeforeTheBase_AreNotTold() => AssertSteps(
        Decide(Opening.Shop, "2026-12-27T11:00+01:00", "0bd"),
        "Counted from Sunday 2026-12-27 11:00 in Europe/Berlin (2026-12-27T10:00:00Z), when the form was submitted.",
        "Closed then: counted from the next opening, Monday 2026-12-28 09:00.",
        "Due Monday 2026-12-28 09:00 in Europe/Berlin (2026-12-28T08:00:00Z).");

    [Test]
    public void Steps_ToTheSecond_AreCountedToTheSecond() => AssertSteps(
        Decide(Opening.Shop, "2026-12-21T11:59:50+01:00", "1bh"),
        "Counted from Monday 2026-12-21 11:59:50 in Europe/Berlin (2026-12-21T10:59:50Z), when the form was submitted.",
        "Monday 2026-12-21: 30 min 10 s, to closing at 12:30.",
        "Monday 2026-12-21, open 13:30 to 18:00: another 29 min 50 s.",
        "Due Monday 2026-12-21 13:59:50 in Europe/Berlin (2026-12-21T12:59:50Z).");

    [Test]
    public void Steps_StretchOfPartOfASecond_IsSaidToBeOne() => Assert.That(
        Decide(Opening.Shop, "2026-12-21T12:29:59.5+01:00", "1bh").Due.Steps,
        Has.Member("Monday 2026-12-21: less than 1 s, to closing at 12:30.")
            .And.Member("Monday 2026-12-21, open 13:30 to 18:00: another 59 min 59 s."));

    [TestCase("7bh", 9, "Monday 2026-12-21, open 12:00 to 12:30: another 30 min.")]
    [TestCase("8bh", 9, "From Monday 2026-12-21 to Monday 2026-12-21: another 2 h.")]
    public void Steps_OneStretchTooMany_IsTold(string duration, int count, string told)
    {
        var steps = Decide(Opening.Daily("08:00-09:00 09:00-10:00 10:00-11:00 11:00-12:00 12:00-12:30 13:00-14:30 15:00-16:00 16:00-18:00"),
            "2026-12-21T08:00+01:00", duration).Due.Steps;

        Assert.That(steps, Has.Count.EqualTo(count).And.Member(told));
    }

    [Test]
    public void Steps_BusinessHoursOverNight_NameTheDayTheyStartOn() => AssertSteps(
        Decide(Opening.Daily("18:00-24:00 00:15-06:00"), "2026-12-21T23:00+01:00", "7bh"),
        "Counted from Monday 2026-12-21 23:00 in Europe/Berlin (2026-12-21T22:00:00Z), when the form was submitted.",
        "Monday 2026-12-21: 1 h, to closing at 24:00.",
        "Tuesday 2026-12-22, open 00:15 to 06:00: another 5 h 45 min.",
        "Tuesday 2026-12-22, open 18:00 to 24:00: another 15 min.",
        "Due Tuesday 2026-12-22 18:15 in Europe/Berlin (2026-12-22T17:15:00Z).");

    [Test]
    public void Steps_OvernightHours_CloseOnTheNextDay() => AssertSteps(
        Decide(Opening.Daily("22:00-06:00"), "2026-12-21T23:00+01:00", "1bd"),
        "Counted from Monday 2026-12-21 23:00 in Europe/Berlin (2026-12-21T22:00:00Z), when the form was submitted.",
        "1 open day on: Tuesday 2026-12-22.",
        "Due Tuesday 2026-12-22 23:00 in Europe/Berlin (2026-12-22T22:00:00Z).");

    [Test]
    public void Steps_AfterTheClosingOfAnOvernightDay_SayWhenThatWas() => AssertSteps(
        Decide(Opening.Daily("22:00-06:00") with { Special = new() { ["2026-12-22"] = "22:00-02:30" } }, "2026-12-22T03:00+01:00", "1bd"),
        "Counted from Tuesday 2026-12-22 03:00 in Europe/Berlin (2026-12-22T02:00:00Z), when the form was submitted.",
        "1 open day on: Tuesday 2026-12-22 (special hours).",
        "03:00 on the next day is after its closing: due at closing, 02:30 on the next day.",
        "Due Wednesday 2026-12-23 02:30 in Europe/Berlin (2026-12-23T01:30:00Z).");

    [Test]
    public void Steps_BusinessDays_NameTheDaysAndWhatClosedBetween() => AssertSteps(
        Decide(Opening.Shop, "2026-12-23T16:40+01:00", "2bd"),
        "Counted from Wednesday 2026-12-23 16:40 in Europe/Berlin (2026-12-23T15:40:00Z), when the form was submitted.",
        "Closed on Friday 2026-12-25 (holiday), Saturday 2026-12-26 (holiday).",
        "2 open days on: Thursday 2026-12-24 (special hours), Monday 2026-12-28.",
        "Due Monday 2026-12-28 16:40 in Europe/Berlin (2026-12-28T15:40:00Z).");

    [Test]
    public void Steps_DayThatHasClosedByThen_SayThatItIsDueAtClosing() => Assert.That(
        Decide(Opening.Shop, "2026-12-23T16:40+01:00", "1bd").Due.Steps, Has.Member("16:40 is after its closing: due at closing, 12:00."));

    [Test]
    public void Steps_TimeInABreak_SayThatItIsDueAtItsEnd() => Assert.That(
        Decide(Opening.Shop, "2026-12-18T12:45:10+01:00", "1bd").Due.Steps,
        Has.Member("12:45:10 is outside its opening hours: due at the opening that follows, 13:30."));

    [Test]
    public void Steps_NoBusinessTimeAtAll_AreDueAtTheNextOpening([Values("0bh", "0bd")] string duration) => AssertSteps(
        Decide(Opening.Shop with { Special = new() { ["2026-12-28"] = "" } }, "2026-12-25T11:00+01:00", duration, "0m"),
        "Counted from Friday 2026-12-25 11:00 in Europe/Berlin (2026-12-25T10:00:00Z), when the form was submitted.",
        "Closed on Friday 2026-12-25 (holiday), Saturday 2026-12-26 (holiday), Monday 2026-12-28 (special date).",
        "Closed then: counted from the next opening, Tuesday 2026-12-29 09:00.",
        "Due Tuesday 2026-12-29 09:00 in Europe/Berlin (2026-12-29T08:00:00Z).");

    [Test]
    public void Steps_LongCountOfHours_IsSummarised() => AssertSteps(
        Decide(Opening.Shop, "2026-12-18T12:45:10+01:00", "100bh"),
        "Counted from Friday 2026-12-18 12:45:10 in Europe/Berlin (2026-12-18T11:45:10Z), when the form was submitted.",
        "Friday 2026-12-18: 2 h 14 min 50 s, to closing at 15:00.",
        "Monday 2026-12-21, open 09:00 to 12:30: another 3 h 30 min.",
        "Monday 2026-12-21, open 13:30 to 18:00: another 4 h 30 min.",
        "Tuesday 2026-12-22, open 09:00 to 12:30: another 3 h 30 min.",
        "Closed on Friday 2026-12-25 (holiday), Saturday 2026-12-26 (holiday).",
        "From Tuesday 2026-12-22 to Thursday 2027-01-07: another 81 h, with special hours on Thursday 2026-12-24.",
        "Thursday 2027-01-07, open 13:30 to 18:00: another 4 h 30 min.",
        "Friday 2027-01-08, open 09:00 to 15:00: another 45 min 10 s.",
        "Due Friday 2027-01-08 09:45:10 in Europe/Berlin (2027-01-08T08:45:10Z).");

    [Test]
    public void Steps_ManyOtherDaysInALongCountOfHours_AreNamedInPart()
    {
        var steps = Decide(
            Opening.Shop with
            {
                Holidays = ["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01", "2027-01-07"],
                Special = "21 22 23 24 25".Split(' ').ToDictionary(day => $"2026-12-{day}", _ => "10:00-12:00 13:00-14:00"),
            },
            "2026-12-17T09:00+01:00",
            "70bh").Due.Steps;

        Assert.That(
            steps,
            Has.Member("Closed on Monday 2026-12-28 (holiday), Tuesday 2026-12-29 (holiday), Wednesday 2026-12-30 (holiday) and 3 more."));
        Assert.That(steps, Has.Member("From Monday 2026-12-21 to Monday 2027-01-11: another 46 h 30 min, "
            + "with special hours on Monday 2026-12-21, Tuesday 2026-12-22, Wednesday 2026-12-23 and 2 more."));
    }

    [Test]
    public void Steps_LongCountOfDays_IsSummarised() => AssertSteps(
        Decide(
            Opening.Shop with { Holidays = ["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-27", "2027-01-01"] },
            "2026-12-23T12:00+01:00",
            "10bd"),
        "Counted from Wednesday 2026-12-23 12:00 in Europe/Berlin (2026-12-23T11:00:00Z), when the form was submitted.",
        "Closed on Thursday 2026-12-24 (holiday), Friday 2026-12-25 (holiday), Saturday 2026-12-26 (holiday) and 2 more.",
        "10 open days on: Monday 2026-12-28, Tuesday 2026-12-29, Wednesday 2026-12-30, Thursday 2026-12-31, 4 more, "
        + "Friday 2027-01-08, Monday 2027-01-11.",
        "Due Monday 2027-01-11 12:00 in Europe/Berlin (2027-01-11T11:00:00Z).");

    [TestCase("7bd", "Thursday 2026-12-24 (special hours), Monday 2026-12-28, Tuesday 2026-12-29, Wednesday 2026-12-30, "
        + "Thursday 2026-12-31, Friday 2027-01-01, Monday 2027-01-04.")]
    [TestCase("8bd", "Thursday 2026-12-24 (special hours), Monday 2026-12-28, Tuesday 2026-12-29, Wednesday 2026-12-30, 2 more, "
        + "Monday 2027-01-04, Tuesday 2027-01-05.")]
    public void Steps_OneDayTooMany_IsTold(string duration, string days) => Assert.That(
        Decide(Opening.Shop, "2026-12-23T12:00+01:00", duration).Due.Steps, Has.Member($"{duration[0]} open days on: {days}"));

    [Test]
    public void Steps_MoreThanThereIs_SayThatThereIsNoSuchTime() => AssertSteps(
        Decide(Opening.Shop, "2026-12-21T12:00+01:00", "1000000bh"),
        "Counted from Monday 2026-12-21 12:00 in Europe/Berlin (2026-12-21T11:00:00Z), when the form was submitted.",
        "There is no 1000000bh of open time in the three years that follow: the latest time there is.",
        "Due Friday 9999-12-31 23:59:59 in Europe/Berlin (9999-12-31T23:59:59Z).",
        "No task may be due more than two years ahead: this is parked for a person.");

    [Test]
    public void Steps_ElapsedTimeBesideACalendar_AreInItsLocalTimeToo() => AssertSteps(
        Decide(Opening.Shop, "2026-12-24T16:40+01:00", "1d"),
        "Counted from Thursday 2026-12-24 16:40 in Europe/Berlin (2026-12-24T15:40:00Z), when the form was submitted.",
        "Due Friday 2026-12-25 16:40 in Europe/Berlin (2026-12-25T15:40:00Z).");

    [Test]
    public void Reasons_TimeNotUsedBesideACalendar_IsInItsLocalTime()
    {
        var survey = Survey.Scored(2) with { Policy = Opening.Shop.Policy("1d", "0m"), SubmittedAt = Survey.Morning.AddDays(1) };

        Assert.That(survey.Decide().Reasons, Has.Member("The form's own time was not used: Monday 2026-11-23 11:00 is more than 5 minutes "
            + "after the decision, Sunday 2026-11-22 11:00."));
    }

    [Test]
    public void Steps_DueDateMadeByHand_SayWhatItSays()
    {
        var due = new DueDate(Survey.Morning.AddHours(1), Survey.Morning, DueDateBase.InteractionCompleted, true);

        AssertSentences(
            (due with { MovedByLeadTime = false }).Steps,
            "Counted from 2026-11-22T10:00:00Z, when the interaction ended.",
            "Due 2026-11-22T11:00:00Z.");
        Assert.That(due.Steps[1], Is.EqualTo("That would leave less than the notice: due 2026-11-22T11:00:00Z instead."));
    }

    private static void AssertSteps(FollowUpRequired decided, params string[] expected) => AssertSentences(decided.Due.Steps, expected);

    private static void AssertSentences(IReadOnlyList<string> sentences, params string[] expected) => Assert.That(sentences, Is.EqualTo(expected));

    private static FollowUpRequired Decide(Opening opening, string at, string due, string notice = "0m")
    {
        var time = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        return (FollowUpRequired)(Survey.Scored(2) with { Policy = opening.Policy(due, notice), SubmittedAt = time, DecidedAt = time }).Decide();
    }
}
