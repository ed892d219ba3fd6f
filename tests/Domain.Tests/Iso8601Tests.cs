using System.Globalization;

namespace CxoneAssist.Domain.Tests;

internal sealed class Iso8601Tests
{
    [TestCase("2026-11-22T10:00", "2026-11-22T10:00:00")]
    [TestCase("2026-11-22T10:00:59", "2026-11-22T10:00:59")]
    [TestCase("2026-11-22T23:59:59.1234567", "2026-11-22T23:59:59.1234567")]
    [TestCase("2026-11-22T10:00:00.123456789999", "2026-11-22T10:00:00.1234567")]
    [TestCase("2026-11-22T10:00:00,5", "2026-11-22T10:00:00.5000000")]
    [TestCase("2026-11-22T10:00.5", "2026-11-22T10:00:30")]
    [TestCase("2026-11-22T10:00Z", "2026-11-22T10:00:00")]
    [TestCase("2026-11-22T10:00z", "2026-11-22T10:00:00")]
    [TestCase("2026-11-22T10:00+01", "2026-11-22T09:00:00")]
    [TestCase("2026-11-22T10:00-0530", "2026-11-22T15:30:00")]
    [TestCase("2026-11-22T10:00+14:59", "2026-11-21T19:01:00")]
    [TestCase("2026-11-22T10:00:00.5+14:00", "2026-11-21T20:00:00.5000000")]
    [TestCase("0001-01-01T00:00Z", "0001-01-01T00:00:00")]
    [TestCase("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999")]
    public void ReadInstant_DateAndTime_IsThatInstantInUtc(string text, string expected) =>
        Assert.That(Iso8601.ReadInstant(text, Iso8601Forms.Strict), Is.EqualTo(Utc(expected)));

    [TestCase("")]
    [TestCase("2026-11-22")]
    [TestCase("2026-11-22T")]
    [TestCase("2026-11-22t10:00")]
    [TestCase("2026-11-22 10:00")]
    [TestCase("2026-11-22T10")]
    [TestCase("2026-11-22T1000")]
    [TestCase("20261122T100000")]
    [TestCase("2026-11-22T24:00")]
    [TestCase("2026-11-22T10:60")]
    [TestCase("2026-11-22T10:00:60")]
    [TestCase("2026-11-22T10:00:0")]
    [TestCase("2026-11-22T10:00:00.")]
    [TestCase("2026-11-22T10:00:00.Z")]
    [TestCase("2026-11-22T10:00:00.-1")]
    [TestCase("2026-11-22T10:00+")]
    [TestCase("2026-11-22T10:00+1")]
    [TestCase("2026-11-22T10:00+1:00")]
    [TestCase("2026-11-22T10:00+01:0")]
    [TestCase("2026-11-22T10:00+01:60")]
    [TestCase("2026-11-22T10:00+15:00")]
    [TestCase("2026-11-22T10:00+01:00 ")]
    [TestCase("2026-11-22T10:00 01:00")]
    [TestCase(" 2026-11-22T10:00")]
    [TestCase("2026-02-29T10:00")]
    [TestCase("2026-00-22T10:00")]
    [TestCase("2026-13-22T10:00")]
    [TestCase("2026-11-00T10:00")]
    [TestCase("0000-11-22T10:00")]
    [TestCase("-026-11-22T10:00")]
    [TestCase("٢٠٢٦-11-22T10:00")]
    [TestCase("2026/11/22T10:00")]
    [TestCase("0001-01-01T00:00+00:01")]
    [TestCase("9999-12-31T23:59:59.9999999-00:01")]
    public void ReadInstant_AnythingElse_IsNone(string text) =>
        Assert.That(Iso8601.ReadInstant(text, Iso8601Forms.Strict), Is.Null);

    [TestCase("2026-11-22 10:00Z", Iso8601Forms.SpaceForT, "2026-11-22T10:00:00")]
    [TestCase("2026-11-22", Iso8601Forms.DateAlone, "2026-11-22T00:00:00")]
    [TestCase("2026-11-22T10:00:00.", Iso8601Forms.Lenient, "2026-11-22T10:00:00")]
    [TestCase("1795341600", Iso8601Forms.Epoch, "2026-11-22T10:00:00")]
    [TestCase("1795341600125", Iso8601Forms.Epoch, "2026-11-22T10:00:00.125")]
    [TestCase("1000000000", Iso8601Forms.Epoch, "2001-09-09T01:46:40")]
    [TestCase("9999999999999", Iso8601Forms.Epoch, "2286-11-20T17:46:39.999")]
    [TestCase("2026-11-22T10:00:00.+9:15", Iso8601Forms.Lenient, "2026-11-22T00:45:00")]
    public void ReadInstant_FormThatIsAskedFor_IsReadWithItAlone(string text, object form, string expected)
    {
        var others = Iso8601Forms.Wire & ~(Iso8601Forms)form;

        Assert.That(Iso8601.ReadInstant(text, (Iso8601Forms)form), Is.EqualTo(Utc(expected)));
        Assert.That(Iso8601.ReadInstant(text, others), Is.Null);
    }

    [TestCase("2026-11-22T10:00", null)]
    [TestCase("2026-11-22T10:00Z", 0)]
    [TestCase("2026-11-22T10:00-02:30", -150)]
    public void TryRead_Time_TellsWhetherItHasAnOffset(string text, int? minutes)
    {
        Assert.That(Iso8601.TryRead(text, Iso8601Forms.Strict, out var time), Is.True);
        Assert.That(time.Local, Is.EqualTo(new DateTime(2026, 11, 22, 10, 0, 0)));
        Assert.That(time.Offset, Is.EqualTo(minutes is { } known ? TimeSpan.FromMinutes(known) : null));
    }

    [Test]
    public void ReadInstant_AllocatesNothing()
    {
        Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
        {
            Read();
        }

        // A text for each would be 4,000 bytes at least.
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000));

        static void Read() => Iso8601.ReadInstant("2026-11-22T10:00:00.125+01:00", Iso8601Forms.DateAlone);
    }

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
