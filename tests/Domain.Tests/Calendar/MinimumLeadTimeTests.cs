using System.Globalization;

namespace CxoneAssist.Domain.Tests.Calendar;

internal sealed class MinimumLeadTimeTests
{
    // Received and decided at the shop (Monday to Thursday 09:00-12:30 and 13:30-18:00, Friday to 15:00).
    [TestCase("1bh", "1h", "2026-12-21T10:00+01:00", "2026-12-21T10:00+01:00", "2026-12-21T11:00+01:00", false)]
    [TestCase("1bh", "1h", "2026-12-21T10:00+01:00", "2026-12-21T10:30+01:00", "2026-12-21T11:30+01:00", true)]
    [TestCase("1bh", "1h", "2026-12-21T10:00+01:00", "2026-12-21T17:30+01:00", "2026-12-22T09:00+01:00", true, Description = "to the next opening")]
    [TestCase("1bh", "1h", "2026-12-21T10:00+01:00", "2026-12-21T11:45+01:00", "2026-12-21T13:30+01:00", true, Description = "to the break's end")]
    [TestCase("1bh", "1h", "2026-12-21T10:00+01:00", "2026-12-21T17:00+01:00", "2026-12-21T18:00+01:00", true, Description = "exactly at closing")]
    [TestCase("1bh", "1h", "2026-12-21T10:00+01:00", "2026-12-21T08:00+01:00", "2026-12-21T11:00+01:00", false)]
    [TestCase("1bh", "1h", "2026-12-21T17:30+01:00", "2026-12-21T20:00+01:00", "2026-12-22T09:30+01:00", false, Description = "notice ends at night")]
    [TestCase("1bd", "1h", "2026-12-21T10:00+01:00", "2026-12-22T10:00+01:00", "2026-12-22T11:00+01:00", true)]
    [TestCase("1bh", "2bh", "2026-12-21T10:00+01:00", "2026-12-21T17:00+01:00", "2026-12-22T10:00+01:00", true)]
    [TestCase("1bh", "1bh", "2026-12-21T10:00+01:00", "2026-12-21T17:00+01:00", "2026-12-21T18:00+01:00", true)]
    [TestCase("1bh", "1bd", "2026-12-21T10:00+01:00", "2026-12-23T16:00+01:00", "2026-12-24T12:00+01:00", true)]
    [TestCase("1h", "1bh", "2026-12-21T10:00+01:00", "2026-12-21T19:00+01:00", "2026-12-22T10:00+01:00", true,
        Description = "only the notice is in business time")]
    [TestCase("1h", "1h", "2026-12-21T10:00+01:00", "2026-12-21T19:00+01:00", "2026-12-21T20:00+01:00", true,
        Description = "elapsed time may end at night")]
    [TestCase("12h", "1bh", "2026-12-21T10:00+01:00", "2026-12-21T10:00+01:00", "2026-12-21T22:00+01:00", false)]
    public void DueDate_WithNotice_IsNeverEarlierThanThat(string due, string notice, string received, string decided, string at, bool moved)
    {
        var survey = Survey.Scored(2) with { Policy = Opening.Shop.Policy(due, notice), ReceivedAt = Time(received), DecidedAt = Time(decided) };

        Assert.That(survey.DecideDue(), Is.EqualTo(new DueDate(Time(at), Time(received), DueDateBase.WebhookReceived, moved)));
        Assert.That(survey.DecideDue().At.Offset, Is.EqualTo(TimeSpan.Zero));
    }

    [TestCase("2026-12-22T05:00+01:00", "2026-12-22T06:00+01:00", Description = "exactly when the shift of the day before ends")]
    [TestCase("2026-12-22T05:01+01:00", "2026-12-22T22:00+01:00")]
    [TestCase("2026-12-22T02:00+01:00", "2026-12-22T03:00+01:00")]
    public void DueDate_NoticeInAnOvernightShift_EndsWithIt(string decided, string at)
    {
        var survey = Survey.Scored(2) with
        {
            Policy = Opening.Daily("22:00-06:00").Policy("0bh", "1h"),
            ReceivedAt = Time("2026-12-21T23:00+01:00"),
            DecidedAt = Time(decided),
        };

        Assert.That(survey.DecideDue().At, Is.EqualTo(Time(at)));
    }

    [Test]
    public void DueDate_AtTheEndOfTime_IsTheLastInstant([Values("1bh", "1bd")] string due, [Values("1h", "1bh", "9bd")] string notice)
    {
        var survey = Survey.Scored(2) with
        {
            Policy = Opening.Shop.Policy(due, notice),
            ReceivedAt = DateTimeOffset.MaxValue,
            DecidedAt = DateTimeOffset.MaxValue,
        };

        Assert.That((survey.DecideDue().At, survey.DecideDue().MovedByLeadTime), Is.EqualTo((DateTimeOffset.MaxValue, false)));
    }

    [Test]
    public void DueDate_Equality_GoesByItsFourValues()
    {
        var due = new DueDate(Survey.Morning, Survey.Morning, DueDateBase.FormSubmitted, false);

        Assert.That(due with { At = Survey.Morning.AddTicks(1) }, Is.Not.EqualTo(due));
        Assert.That(due with { CountedFrom = Survey.Morning.AddTicks(1) }, Is.Not.EqualTo(due));
        Assert.That(due with { Base = DueDateBase.WebhookReceived }, Is.Not.EqualTo(due));
        Assert.That(due with { MovedByLeadTime = true }, Is.Not.EqualTo(due));
        Assert.That(due, Is.Not.EqualTo(null));
        Assert.That((due with { }).GetHashCode(), Is.EqualTo(due.GetHashCode()));
        Assert.That((due with { MovedByLeadTime = true }).GetHashCode(), Is.Not.EqualTo(due.GetHashCode()));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
