using CsCheck;

namespace CxoneAssist.Domain.Tests.Calendar;

internal sealed class BusinessTimeProperties
{
    private static readonly Gen<(BusinessCalendar Calendar, Wall Wall, DateTimeOffset Start, FollowUpDuration Duration)> Case =
        Gen.Select(ArbitraryCalendar.Case, ArbitraryCalendar.Business, (one, duration) => (one.Calendar, one.Wall, one.Start, duration));

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
        Assert.That(within, Is.GreaterThan(2_000));
    }
}
