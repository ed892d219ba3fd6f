using System.Globalization;

namespace CxoneAssist.Domain.Tests;

internal sealed class DueDateTests
{
    [TestCase("2026-11-22T10:00Z", "2028-11-22T10:00Z")]
    [TestCase("9997-12-31T23:59Z", "9999-12-31T23:59Z")]
    [TestCase("9998-01-01T00:00Z", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("9999-12-31T23:59Z", "9999-12-31T23:59:59.9999999Z")]
    public void Limit_IsTwoYearsAheadOrTheLastInstant(string now, string limit) => Assert.That(
        DueDate.Limit(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)),
        Is.EqualTo(DateTimeOffset.Parse(limit, CultureInfo.InvariantCulture)));

    private static readonly Survey Unhappy = Survey.Scored("2");

    [TestCase("-30.00:00:00", DueDateBase.InteractionCompleted)]
    [TestCase("-30.00:00:00.0000001", DueDateBase.WebhookReceived)]
    [TestCase("-00:10:00", DueDateBase.InteractionCompleted)]
    [TestCase("00:00:00", DueDateBase.InteractionCompleted)]
    [TestCase("00:05:00", DueDateBase.InteractionCompleted)]
    [TestCase("00:05:00.0000001", DueDateBase.WebhookReceived)]
    [TestCase("365.00:00:00", DueDateBase.WebhookReceived)]
    public void DueDate_CountedFromTheWebhooksTime_OnlyWithinThirtyDaysBeforeAndFiveMinutesAfterReceipt(string sinceReceipt, DueDateBase origin)
    {
        var completed = Survey.Morning + Span(sinceReceipt);
        var late = Survey.Morning.AddDays(20);

        var due = (Unhappy with { CompletedAt = completed, DecidedAt = late }).DecideDue();

        var start = origin == DueDateBase.InteractionCompleted ? completed : Survey.Morning;
        Assert.That((due.Base, due.CountedFrom), Is.EqualTo((origin, start)));
    }

    [TestCase("-3650.00:00:00", DueDateBase.FormSubmitted)]
    [TestCase("-02:00:00", DueDateBase.FormSubmitted)]
    [TestCase("00:05:00", DueDateBase.FormSubmitted)]
    [TestCase("00:05:00.0000001", DueDateBase.InteractionCompleted)]
    [TestCase("3650.00:00:00", DueDateBase.InteractionCompleted)]
    public void DueDate_CountedFromTheFormsTime_UnlessItLiesAheadOfTheDecision(string sinceDecision, DueDateBase origin)
    {
        var decided = Survey.Morning.AddHours(3);
        var submitted = decided + Span(sinceDecision);

        var due = (Unhappy with { SubmittedAt = submitted, CompletedAt = Survey.Morning.AddMinutes(-1), DecidedAt = decided }).DecideDue();

        var start = origin == DueDateBase.FormSubmitted ? submitted : Survey.Morning.AddMinutes(-1);
        Assert.That((due.Base, due.CountedFrom), Is.EqualTo((origin, start)));
    }

    [Test]
    public void DueDate_NoTimeGiven_IsCountedFromReceipt()
    {
        var due = (Unhappy with { DecidedAt = Survey.Morning.AddHours(5) }).DecideDue();

        Assert.That(due, Is.EqualTo(new DueDate(Survey.Morning.AddDays(1), Survey.Morning, DueDateBase.WebhookReceived, false)));
    }

    [Test]
    public void DueDate_TimesWithOffsets_AreGivenInUtc([Values("form", "interaction", "receipt")] string given)
    {
        var berlin = new DateTimeOffset(2026, 11, 22, 11, 0, 0, TimeSpan.FromHours(1));
        var survey = given switch
        {
            "form" => Unhappy with { SubmittedAt = berlin },
            "interaction" => Unhappy with { CompletedAt = berlin },
            _ => Unhappy with { ReceivedAt = berlin },
        };

        var due = survey.DecideDue();

        Assert.That(due.CountedFrom.EqualsExact(Survey.Morning), Is.True);
        Assert.That(due.At.EqualsExact(Survey.Morning.AddDays(1)), Is.True);
    }

    [TestCase("1", "23:00:00", false)]
    [TestCase("1", "23:00:00.0000001", true)]
    [TestCase("3", "2.23:00:00", false)]
    [TestCase("3", "2.23:00:00.0000001", true)]
    public void DueDate_DecidedLate_LeavesTheNotice(string score, string sinceBase, bool moved)
    {
        var decided = Survey.Morning + Span(sinceBase);

        var due = (Survey.Scored(score) with { DecidedAt = decided }).DecideDue();

        Assert.That((due.MovedByLeadTime, due.At), Is.EqualTo((moved, decided.AddHours(1))));
    }

    [Test]
    public void DueDate_DecidedInAnotherZone_IsMovedInUtc()
    {
        var decided = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(-9));

        Assert.That((Unhappy with { DecidedAt = decided }).DecideDue().At.EqualsExact(decided.AddHours(1).ToUniversalTime()), Is.True);
    }

    [Test]
    public void DueDate_FormAsOldAsTimeItself_LeavesTheNotice() => Assert.That(
        (Unhappy with { SubmittedAt = DateTimeOffset.MinValue }).DecideDue(),
        Is.EqualTo(new DueDate(Survey.Morning.AddHours(1), DateTimeOffset.MinValue, DueDateBase.FormSubmitted, true)));

    [Test]
    public void DueDate_AtTheEndOfTime_IsTheLastInstant() => Assert.That(
        (Unhappy with { ReceivedAt = DateTimeOffset.MaxValue, DecidedAt = DateTimeOffset.MaxValue }).DecideDue(),
        Is.EqualTo(new DueDate(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue, DueDateBase.WebhookReceived, false)));

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
