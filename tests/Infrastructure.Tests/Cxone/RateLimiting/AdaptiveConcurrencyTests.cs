using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

/// <summary>Against a CXone in simulated time that is slow by itself, or because it has too much to do.</summary>
internal sealed class AdaptiveConcurrencyTests
{
    private static readonly int Most = new CxoneOptions().MaxConcurrency;

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    [Test]
    public void Limit_CxoneTakesAnyNumber_RisesToTheMost(
        [Values(5, 30, 200, 500, 1000)] int latency, [Values(1, 2, 3, 4, 5)] int seed)
    {
        var concurrency = new AdaptiveConcurrency(Most);
        var server = new SimulatedServer(concurrency, seed) { Latency = TimeSpan.FromMilliseconds(latency) };

        server.Run(Seconds(3 + (latency / 50d)));

        Assert.That(concurrency.Limit, Is.EqualTo(Most));
    }

    [Test]
    public void Limit_CallsSentTogetherAreAnsweredTogether_RisesToTheMostAndStaysThere(
        [Values(5, 30, 100, 170, 200, 240, 300, 500, 1000)] int latency, [Values(1, 2, 3, 4, 5)] int seed)
    {
        var concurrency = new AdaptiveConcurrency(Most);
        var server = new SimulatedServer(concurrency, seed) { Latency = TimeSpan.FromMilliseconds(latency), IsRegular = true };
        server.Run(Seconds(3 + (latency / 50d)));
        for (var second = 0; second < 120; second++)
        {
            Assert.That(concurrency.Limit, Is.EqualTo(Most), $"after {second} s more");
            server.Run(Seconds(1));
        }
    }

    [Test]
    public void Limit_CxoneAnswersNoMoreForIt_StaysWhereItBegan(
        [Values(1, 10, 40)] int capacity, [Values(5, 30, 200)] int latency, [Values(1, 2, 3, 4, 5)] int seed)
    {
        var concurrency = new AdaptiveConcurrency(Most);
        var server = new SimulatedServer(concurrency, seed) { Latency = TimeSpan.FromMilliseconds(latency), Capacity = capacity };
        var limits = new List<int>();
        for (var second = 0; second < 120; second++)
        {
            server.Run(Seconds(1));
            limits.Add(concurrency.Limit);
        }

        Assert.That(limits.Max(), Is.LessThanOrEqualTo(AdaptiveConcurrency.Start * 1.5));
        Assert.That(limits.Average(), Is.LessThanOrEqualTo(AdaptiveConcurrency.Start * 1.25));
    }

    [Test]
    public void Limit_CxoneSlowsDown_FallsAndStaysForAWhile(
        [Values(2, 3, 10)] int times, [Values(100, 200, 300)] int latency, [Values(1, 2, 3, 4, 5)] int seed)
    {
        var concurrency = new AdaptiveConcurrency(Most);
        var server = new SimulatedServer(concurrency, seed) { Latency = TimeSpan.FromMilliseconds(latency) };
        server.Run(Seconds(40));
        Assert.That(concurrency.Limit, Is.EqualTo(Most));

        server.Latency *= times;
        var began = server.Now;
        while (concurrency.Limit == Most)
        {
            server.Run(Seconds(0.1));
        }

        Assert.That(server.Now - began, Is.LessThanOrEqualTo(10 * server.Latency), "some turns of all the calls under way");
        server.Run(Seconds(25));
        Assert.That(concurrency.Limit, Is.EqualTo(AdaptiveConcurrency.Start));
        Assert.That(server.UnderWay, Is.EqualTo(AdaptiveConcurrency.Start));
    }

    [Test]
    public void Limit_CxoneIsFastAgain_Rises([Values(1, 2, 3, 4, 5)] int seed)
    {
        var concurrency = new AdaptiveConcurrency(Most);
        var server = new SimulatedServer(concurrency, seed);
        server.Run(Seconds(20));
        server.Latency *= 10;
        server.Run(Seconds(30));

        server.Latency /= 10;
        server.Run(Seconds(60));

        Assert.That(concurrency.Limit, Is.EqualTo(Most));
    }

    [Test]
    public void Limit_SomethingElseHoldsCallsBack_StaysWhereItIs([Values(1, 2, 3, 4, 5)] int seed)
    {
        var concurrency = new AdaptiveConcurrency(Most);
        var server = new SimulatedServer(concurrency, seed) { HeldBack = true };
        server.Run(Seconds(20));
        Assert.That(concurrency.Limit, Is.EqualTo(AdaptiveConcurrency.Start));

        server.HeldBack = false;
        server.Run(Seconds(20));
        server.HeldBack = true;
        server.Latency *= 5;
        server.Run(Seconds(20));
        Assert.That(concurrency.Limit, Is.EqualTo(Most));
    }

    [Test]
    public void Limit_Pauses_AreNotTakenForSlowness()
    {
        var concurrency = new AdaptiveConcurrency(Most);
        var server = new SimulatedServer(concurrency);
        server.Run(Seconds(20));
        for (var second = 0; second < 60; second++)
        {
            server.Pause(Seconds(1));
            server.Run(Seconds(1));
            Assert.That(concurrency.Limit, Is.EqualTo(Most));
        }
    }

    [Test]
    public void Limit_WorkRunsOutForMoments_IsNotTakenForSlowness(
        [Values(50, 100, 150, 200, 250, 300)] int milliseconds, [Values] bool isRegular, [Values(1, 2, 3, 4, 5)] int seed)
    {
        var concurrency = new AdaptiveConcurrency(Most);
        var server = new SimulatedServer(concurrency, seed) { IsRegular = isRegular };
        server.Run(Seconds(20));
        for (var moment = 0; moment < 60; moment++)
        {
            server.RunOutOfWork(TimeSpan.FromMilliseconds(milliseconds));
            server.Run(Seconds(0.5 + (moment / 30d)));
            Assert.That(concurrency.Limit, Is.EqualTo(Most), $"after {moment + 1} moments");
        }
    }

    [Test]
    public void Fall_CxoneIsUnavailable_BeginsAnewAfterAWhile()
    {
        var concurrency = new AdaptiveConcurrency(Most);
        var server = new SimulatedServer(concurrency);
        server.Run(Seconds(20));

        concurrency.Fall(server.Now);
        server.Run(Seconds(25));
        Assert.That(concurrency.Limit, Is.EqualTo(AdaptiveConcurrency.Start));

        server.Run(Seconds(20));
        Assert.That(concurrency.Limit, Is.EqualTo(Most));
    }

    [Test]
    public void Limit_CxoneIsALittleSlowerForGood_StillRises([Values(1, 2, 3, 4, 5)] int seed)
    {
        var concurrency = new AdaptiveConcurrency(Most);
        var server = new SimulatedServer(concurrency, seed);
        server.Run(Seconds(1.5));
        Assert.That(concurrency.Limit, Is.LessThan(Most));

        server.Latency *= 1.2;
        server.Run(Seconds(60));

        Assert.That(concurrency.Limit, Is.EqualTo(Most));
    }

    [TestCase(1)]
    [TestCase(12)]
    [TestCase(64)]
    public void Limit_FewAreSet_IsThat(int most)
    {
        var concurrency = new AdaptiveConcurrency(most);
        new SimulatedServer(concurrency).Run(Seconds(60));

        Assert.That(concurrency.Limit, Is.EqualTo(most));
    }
}
