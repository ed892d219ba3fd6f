using CxoneAssist.Infrastructure.Cxone.Pacing;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Pacing;

internal sealed class CallPaceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public void Ask_NothingKnown_GivesEveryTurnAtOnce()
    {
        var pace = new CallPace(null, 64);

        Assert.That(Enumerable.Range(0, 1000).Select(_ => pace.Ask(Second, Second).At), Is.All.EqualTo(Second));
        Assert.That(pace.Rate, Is.Null);
    }

    [Test]
    public void Refused_TurnThatWasReserved_IsTakenBack()
    {
        var pace = new CallPace(1, 64);
        pace.Ask(Second, 10 * Second);
        var reserved = pace.Ask(Second, 10 * Second);
        Assert.That(pace.Holds(reserved));

        pace.Refused(Second, Second, Second / 2, 0);

        Assert.That(pace.Holds(reserved), Is.False, "also once the pause is over");
        Assert.That(pace.Ask(Second, 10 * Second), Is.EqualTo(new CallTurn(1.5 * Second, null)));
        Assert.That(pace.Ask(2 * Second, 10 * Second).At, Is.EqualTo(2 * Second));
    }

    [Test]
    public void Refused_WithoutATime_BacksOffUntilACallIsTaken()
    {
        var pace = new CallPace(null, 64);
        var pauses = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            var now = pace.PausedUntil;
            pace.Refused(now, now, null, 1);
            pauses.Add(pace.PausedUntil - now);
        }

        pace.Taken(pace.PausedUntil, pace.PausedUntil);
        var last = pace.PausedUntil;
        pace.Refused(last, last, null, 1);

        Assert.That(pauses, Is.EqualTo([Second, 2 * Second, 4 * Second]));
        Assert.That(pace.PausedUntil - last, Is.EqualTo(Second));
    }

    [Test]
    public void Refused_MostOfWhatIsUnderWay_LimitsTheRateToWhatWasTaken()
    {
        var pace = new CallPace(null, 64);
        Overstep(pace, taken: 16, refused: 47);

        pace.Ask(2 * Second, 10 * Second);

        // 50 calls in a tenth of a second, and a quarter of those under way.
        Assert.That(pace.Rate, Is.EqualTo(500 * 16 / 62d).Within(20));
    }

    [Test]
    public void Refused_OneOfManyUnderWay_LearnsNothing()
    {
        var pace = new CallPace(null, 64);
        Overstep(pace, taken: 62, refused: 1);

        pace.Ask(2 * Second, 10 * Second);

        Assert.That(pace.Rate, Is.Null);
    }

    [Test]
    public void Rate_QuietForLong_IsForgotten()
    {
        var pace = new CallPace(null, 64);
        Overstep(pace, taken: 16, refused: 47);
        pace.Ask(2 * Second, 10 * Second);
        pace.Ask(TimeSpan.FromMinutes(9), TimeSpan.MaxValue);
        pace.Ask(TimeSpan.FromMinutes(9), TimeSpan.MaxValue);
        Assert.That(pace.Rate, Is.Not.Null);

        for (var i = 0; i < 20; i++)
        {
            pace.Ask(TimeSpan.FromMinutes(11), TimeSpan.MaxValue);
        }

        Assert.That(pace.Rate, Is.Null);
    }

    // Fifty calls are taken in a tenth of a second; then one is refused, and of the others that were under way so many are taken.
    private static void Overstep(CallPace pace, int taken, int refused)
    {
        for (var i = 0; i < 50; i++)
        {
            var now = Second + (i * TimeSpan.FromMilliseconds(2));
            pace.Ask(now, now);
            pace.Taken(now, now);
        }

        var at = 1.1 * Second;
        pace.Refused(at, at, Second / 2, 0);
        for (var i = 0; i < taken; i++)
        {
            pace.Taken(at, 1.11 * Second);
        }

        for (var i = 1; i < refused; i++)
        {
            pace.Refused(at, 1.11 * Second, Second / 2, 0);
        }
    }
}
