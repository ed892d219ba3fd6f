using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

internal sealed class CallScheduleTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public void Ask_NothingKnown_GivesEveryTurnAtOnce()
    {
        var schedule = new CallSchedule(null, 64);

        Assert.That(Enumerable.Range(0, 1000).Select(_ => schedule.Reserve(Second, Second).At), Is.All.EqualTo(Second));
        Assert.That(schedule.Rate, Is.Null);
    }

    [Test]
    public void Refused_TurnThatWasReserved_IsTakenBack()
    {
        var schedule = new CallSchedule(1, 64);
        schedule.Reserve(Second, 10 * Second);
        var reserved = schedule.Reserve(Second, 10 * Second);
        Assert.That(schedule.TryUse(reserved, reserved.At));

        schedule.Refused(Second, Second, Second / 2, 0);

        Assert.That(schedule.TryUse(reserved, 10 * Second), Is.False, "also once the pause is over");
        Assert.That(schedule.Reserve(Second, 10 * Second), Is.EqualTo(new Reservation(1.5 * Second, null)));
        Assert.That(schedule.Reserve(2 * Second, 10 * Second).At, Is.EqualTo(2 * Second));
    }

    [Test]
    public void TryUse_TurnsThatComeLateTogether_HoldsForThoseThatMayCatchUp()
    {
        var schedule = new CallSchedule(100, 64);
        var late = Enumerable.Range(0, 30).Select(_ => schedule.Reserve(Second, 10 * Second)).ToArray();

        var used = late.Count(turn => schedule.TryUse(turn, 1.3 * Second));

        Assert.That(used, Is.EqualTo(6), "one, and 50 ms of 100 a second");
    }

    [Test]
    public void TryUse_FirstTurnAfterAPause_Holds()
    {
        var schedule = new CallSchedule(0.5, 64);
        schedule.TryUse(schedule.Reserve(Second, Second), Second);
        schedule.Refused(Second, Second, Second / 2, 0);

        var first = schedule.Reserve(1.5 * Second, 1.5 * Second);

        Assert.That((first.At, schedule.TryUse(first, first.At)), Is.EqualTo((1.5 * Second, true)));
    }

    [Test]
    public void TryUse_TurnsThatAreAllAsLate_Holds()
    {
        var schedule = new CallSchedule(100, 64);
        var late = Enumerable.Range(0, 30).Select(_ => schedule.Reserve(Second, 10 * Second)).ToArray();

        Assert.That(late.Select(turn => schedule.TryUse(turn, turn.At + Second)), Is.All.True);
    }

    [Test]
    public void Refused_WithoutATime_BacksOffUntilACallIsTaken()
    {
        var schedule = new CallSchedule(null, 64);
        var pauses = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            var now = schedule.PausedUntil;
            schedule.Refused(now, now, null, 1);
            pauses.Add(schedule.PausedUntil - now);
        }

        schedule.Taken(schedule.PausedUntil, schedule.PausedUntil);
        var last = schedule.PausedUntil;
        schedule.Refused(last, last, null, 1);

        Assert.That(pauses, Is.EqualTo([Second, 2 * Second, 4 * Second]));
        Assert.That(schedule.PausedUntil - last, Is.EqualTo(Second));
    }

    [Test]
    public void Refused_MostOfWhatIsUnderWay_LimitsTheRateToWhatWasTaken()
    {
        var schedule = new CallSchedule(null, 64);
        Overstep(schedule, taken: 16, refused: 47);

        schedule.Reserve(2 * Second, 10 * Second);

        // 50 calls in a tenth of a second, and a quarter of those under way.
        Assert.That(schedule.Rate, Is.EqualTo(500 * 16 / 62d).Within(20));
    }

    [Test]
    public void Refused_OneOfManyUnderWay_LearnsNothing()
    {
        var schedule = new CallSchedule(null, 64);
        Overstep(schedule, taken: 62, refused: 1);

        schedule.Reserve(2 * Second, 10 * Second);

        Assert.That(schedule.Rate, Is.Null);
    }

    // Each halving of a rate that is far too high would cost a pause.
    [Test]
    public void Refused_AfterABurstWithinMilliseconds_LearnsNoRateFromItsSpeed()
    {
        var rate = new AdaptiveRate(64);
        for (var i = 0; i < 45; i++)
        {
            rate.Taken(Second, Second);
        }

        for (var i = 0; i < 14; i++)
        {
            rate.Refused(Second, Second);
            rate.Taken(Second, Second);
        }

        rate.Resume(2 * Second);

        Assert.That(rate.Rate, Is.EqualTo(45 / 0.15));
    }

    [Test]
    public void Rate_QuietForLong_IsForgotten()
    {
        var schedule = new CallSchedule(null, 64);
        Overstep(schedule, taken: 16, refused: 47);
        schedule.Reserve(2 * Second, 10 * Second);
        schedule.Reserve(TimeSpan.FromMinutes(9), TimeSpan.MaxValue);
        schedule.Reserve(TimeSpan.FromMinutes(9), TimeSpan.MaxValue);
        Assert.That(schedule.Rate, Is.Not.Null);

        for (var i = 0; i < 40; i++)
        {
            schedule.Reserve(TimeSpan.FromMinutes(11), TimeSpan.MaxValue);
        }

        Assert.That(schedule.Rate, Is.Null);
    }

    // Fifty calls are taken in a tenth of a second; then one is refused, and of the others that were under way so many are taken.
    private static void Overstep(CallSchedule schedule, int taken, int refused)
    {
        for (var i = 0; i < 50; i++)
        {
            var now = Second + (i * TimeSpan.FromMilliseconds(2));
            schedule.Reserve(now, now);
            schedule.Taken(now, now);
        }

        var at = 1.1 * Second;
        schedule.Refused(at, at, Second / 2, 0);
        for (var i = 0; i < taken; i++)
        {
            schedule.Taken(at, 1.11 * Second);
        }

        for (var i = 1; i < refused; i++)
        {
            schedule.Refused(at, 1.11 * Second, Second / 2, 0);
        }
    }
}
