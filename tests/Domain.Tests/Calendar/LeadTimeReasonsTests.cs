using System.Globalization;

namespace CxoneAssist.Domain.Tests.Calendar;

internal sealed class LeadTimeReasonsTests
{
    [Test]
    public void Steps_NoticeThatEndsAtNight_SayThatTheNextOpeningCounts() => AssertSteps(
        "1bh",
        "1h",
        "2026-12-21T17:30+01:00",
        "Monday 2026-12-21: 1 h, before closing at 12:30.",
        "That would be Monday 2026-12-21 11:00.",
        "Decided Monday 2026-12-21 17:30 in Europe/Berlin (2026-12-21T16:30:00Z), with a notice of 1h: not due before Monday 2026-12-21 18:30.",
        "The notice ends outside opening hours: due at the next opening, Tuesday 2026-12-22 09:00 in Europe/Berlin (2026-12-22T08:00:00Z).");

    [Test]
    public void Steps_NoticeThatEndsInOpeningHours_SayFromWhenAndUntilWhenItRuns() => AssertSteps(
        "1d",
        "1h",
        "2026-12-23T14:30+01:00",
        "That would be Tuesday 2026-12-22 10:00.",
        "Decided Wednesday 2026-12-23 14:30 in Europe/Berlin (2026-12-23T13:30:00Z), with a notice of 1h: not due before Wednesday 2026-12-23 15:30.",
        "Due Wednesday 2026-12-23 15:30 in Europe/Berlin (2026-12-23T14:30:00Z) instead.");

    [Test]
    public void Steps_NoticeInBusinessHours_CountItLikeTheDueDate() => AssertSteps(
        "4bh",
        "10bh",
        "2026-12-23T17:00+01:00",
        "Monday 2026-12-21: 2 h 30 min, to closing at 12:30.",
        "Monday 2026-12-21, open 13:30 to 18:00: another 1 h 30 min.",
        "That would be Monday 2026-12-21 15:00.",
        "Decided Wednesday 2026-12-23 17:00 in Europe/Berlin (2026-12-23T16:00:00Z), with a notice of 10bh: counted from then.",
        "Closed on Friday 2026-12-25 (holiday), Saturday 2026-12-26 (holiday).",
        "Wednesday 2026-12-23: 1 h, to closing at 18:00.",
        "Thursday 2026-12-24, special hours 09:00 to 12:00: another 3 h.",
        "Monday 2026-12-28, open 09:00 to 12:30: another 3 h 30 min.",
        "Monday 2026-12-28, open 13:30 to 18:00: another 2 h 30 min.",
        "Due Monday 2026-12-28 16:00 in Europe/Berlin (2026-12-28T15:00:00Z) instead.");

    [Test]
    public void Steps_TwoLongCounts_AreToldInBrief() => AssertSteps(
        "20bh",
        "40bh",
        "2026-12-23T17:00+01:00",
        "Monday 2026-12-21: 2 h 30 min, to closing at 12:30.",
        "Monday 2026-12-21, open 13:30 to 18:00: another 4 h 30 min.",
        "From Tuesday 2026-12-22 to Wednesday 2026-12-23: another 11 h 30 min.",
        "Wednesday 2026-12-23, open 13:30 to 18:00: another 1 h 30 min.",
        "That would be Wednesday 2026-12-23 15:00.",
        "Decided Wednesday 2026-12-23 17:00 in Europe/Berlin (2026-12-23T16:00:00Z), with a notice of 40bh: counted from then.",
        "Closed on Friday 2026-12-25 (holiday), Saturday 2026-12-26 (holiday).",
        "Wednesday 2026-12-23: 1 h, to closing at 18:00.",
        "Thursday 2026-12-24, special hours 09:00 to 12:00: another 3 h.",
        "From Monday 2026-12-28 to Thursday 2026-12-31: another 32 h.",
        "Friday 2027-01-01, open 09:00 to 15:00: another 4 h.",
        "Due Friday 2027-01-01 13:00 in Europe/Berlin (2027-01-01T12:00:00Z) instead.");

    [Test]
    public void Steps_NoticeInBusinessDays_NameThem() => AssertSteps(
        "0bd",
        "2bd",
        "2026-12-24T13:00+01:00",
        "That would be Monday 2026-12-21 10:00.",
        "Decided Thursday 2026-12-24 13:00 in Europe/Berlin (2026-12-24T12:00:00Z), with a notice of 2bd: counted from then.",
        "Closed on Friday 2026-12-25 (holiday), Saturday 2026-12-26 (holiday).",
        "Closed then: counted from the next opening, Monday 2026-12-28 09:00.",
        "2 open days on: Tuesday 2026-12-29, Wednesday 2026-12-30.",
        "Due Wednesday 2026-12-30 09:00 in Europe/Berlin (2026-12-30T08:00:00Z) instead.");

    [Test]
    public void Steps_DecidedInAnotherZone_AreOnTheCalendarsClock() => Assert.That(
        Steps("0bh", "1h", "2026-12-21T14:30-05:00"),
        Has.Some.StartWith("Decided Monday 2026-12-21 20:30 in Europe/Berlin (2026-12-21T19:30:00Z)"));

    private static void AssertSteps(string due, string notice, string decided, params string[] expected)
    {
        const string CountedFrom = "Counted from Monday 2026-12-21 10:00 in Europe/Berlin (2026-12-21T09:00:00Z), when the webhook was received.";
        Assert.That(Steps(due, notice, decided), Is.EqualTo(expected.Prepend(CountedFrom)));
    }

    private static IReadOnlyList<string> Steps(string due, string notice, string decided) => (Survey.Scored(2) with
    {
        Policy = Opening.Shop.Policy(due, notice),
        ReceivedAt = new DateTimeOffset(2026, 12, 21, 10, 0, 0, TimeSpan.FromHours(1)),
        DecidedAt = DateTimeOffset.Parse(decided, CultureInfo.InvariantCulture),
    }).DecideDue().Steps;
}
