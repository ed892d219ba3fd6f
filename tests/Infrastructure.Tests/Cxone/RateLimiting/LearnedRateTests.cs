using CsCheck;
using CxoneAssist.Domain.Tests;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

/// <summary>How the learned rate performs against an unknown limit, in simulated time.</summary>
internal sealed class LearnedRateTests
{
    private const double Rate = 200;
    private const int Burst = 50;

    private static readonly TimeSpan Enough = TimeSpan.FromHours(1);

    [Test]
    public void Burst_TwoThousandInteractions_TakesLittleMoreThanIdeal([Values(2, 8, 40)] int latency, [Range(1, 8)] int seed)
    {
        var limit = new SimulatedLimit(Burst) { Rate = Rate };
        var hosts = Hosts(limit, 1, latency, seed);

        var took = hosts.Run(3 * 2000, Enough);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ToIdeal(took), Is.LessThanOrEqualTo(1.15));
            Assert.That((double)limit.Refused / limit.Calls, Is.LessThan(0.05));
            Assert.That(hosts.SentInPause, Is.Zero);
        }
    }

    // A first estimate that is far too high is lowered by what a short stretch of calls shows.
    [Test]
    public void Burst_FirstEstimateTooHigh_CostsFewPauses()
    {
        var slowest = Enumerable.Range(1, 40).Max(seed =>
        {
            var limit = new SimulatedLimit(Burst) { Rate = Rate };
            return ToIdeal(Hosts(limit, 1, latency: 40, seed, between: 20).Run(3 * 2000, Enough));
        });

        Assert.That(slowest, Is.LessThanOrEqualTo(1.15));
    }

    // What is saved up in a stall is used, but for the part that does not fit into CXone's burst.
    [Test]
    public void Burst_TwoThousandInteractionsOnAHostThatStalls_LosesLittleMoreThanTheStalls(
        [Values(2, 8, 16)] int latency, [Values(0, 20, 200)] int between, [Range(1, 8)] int seed)
    {
        var limit = new SimulatedLimit(Burst) { Rate = Rate };
        var hosts = Hosts(limit, 1, latency, seed, between, new SimulatedStalls(TimeSpan.FromSeconds(5.3), TimeSpan.FromSeconds(0.3)));

        var took = hosts.Run(3 * 2000, Enough);

        Assert.That(ToIdeal(took), Is.LessThanOrEqualTo(1.2));
        Assert.That((double)limit.Refused / limit.Calls, Is.LessThan(0.05));
    }

    [Test]
    public void Burst_FourHostsOneLimit_EachLearnsItsShare([Range(1, 4)] int seed)
    {
        var limit = new SimulatedLimit(Burst) { Rate = Rate };
        var hosts = Hosts(limit, 4, 20, seed);

        var took = hosts.Run(20_000, Enough);

        Assert.That(took.TotalSeconds * Rate / (20_000 - Burst), Is.LessThanOrEqualTo(1.15));
        Assert.That((double)limit.Refused / limit.Calls, Is.LessThan(0.05));
    }

    [Test]
    public void BadLuck_IsNotTakenForALimit()
    {
        var limit = new SimulatedLimit(1e9) { Rate = 1e9, BadLuck = 4 };
        var schedule = new CallSchedule(null, 64);
        var hosts = new SimulatedHosts(limit);
        hosts.Add(schedule, 64);

        var took = hosts.Run(15_000, Enough);

        Assert.That(schedule.Rate, Is.Null);
        Assert.That(took, Is.LessThan(TimeSpan.FromMinutes(4)), "what is under way together shares one pause");
        Assert.That(hosts.SentInPause, Is.Zero);
    }

    [TestCase(200, 400, 1.2)]
    [TestCase(200, 50, 1.1)]
    [TestCase(50, 400, 1.4)]
    public void Limit_Changes_IsFollowed(double before, double after, double most)
    {
        var limit = new SimulatedLimit(Burst) { Rate = before };
        var hosts = Hosts(limit, 1, 8, 3);
        hosts.Run((int)(30 * before), Enough);

        limit.Rate = after;
        var took = hosts.Run((int)(300 * after), Enough);

        Assert.That(took.TotalSeconds / 300, Is.LessThanOrEqualTo(most));
    }

    [Test]
    public void Limit_AnyRateAndBurst_IsUsedAndHardlyEverOverstepped() =>
        (from rate in Gen.Double[20, 1000]
         from burst in Gen.Int[10, 200]
         from latency in Gen.Int[2, 50]
         from seed in Gen.Int[1, 1000]
         select (rate, burst, latency, seed)).ShouldHold(
            tenant =>
            {
                var limit = new SimulatedLimit(tenant.burst) { Rate = tenant.rate };
                var hosts = Hosts(limit, 1, tenant.latency, tenant.seed);
                hosts.Run((int)(60 * tenant.rate), Enough);
                var (calls, refused) = (limit.Calls, limit.Refused);
                var took = hosts.Run((int)(60 * tenant.rate), Enough);
                return took.TotalSeconds / 60 < 1.2 && limit.Refused - refused < 0.05 * (limit.Calls - calls) && hosts.SentInPause == 0;
            },
            count: 100);

    // How long 2,000 interactions took, compared with the ideal.
    private static double ToIdeal(TimeSpan took) => took.TotalSeconds * Rate / ((3 * 2000) - Burst);

    private static SimulatedHosts Hosts(
        SimulatedLimit limit, int count, int latency, int seed, int between = 0, SimulatedStalls stalls = default)
    {
        var hosts = new SimulatedHosts(limit, seed)
        {
            Latency = TimeSpan.FromMilliseconds(latency),
            Between = TimeSpan.FromMilliseconds(between),
            Stalls = stalls,
        };
        for (var host = 0; host < count; host++)
        {
            hosts.Add(new CallSchedule(null, 64), 64);
        }

        return hosts;
    }
}
