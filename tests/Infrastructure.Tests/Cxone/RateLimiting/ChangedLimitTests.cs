using CsCheck;
using CxoneAssist.Domain.Tests;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

/// <summary>How soon a limit that becomes another is found, in simulated time.</summary>
internal sealed class ChangedLimitTests
{
    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    [Test]
    public void Limit_RisesTenfold_IsUsedToFourFifthsWithinAMinute() => Tenants(10, 100).ShouldHold(
        tenant =>
        {
            var (limit, hosts) = Learned(tenant);
            (limit.Rate, limit.Burst) = (10 * limit.Rate, 10 * limit.Burst);

            var best = Enumerable.Range(0, 12).Max(_ => hosts.RunFor(FiveSeconds)) / (5 * limit.Rate);
            var afterwards = hosts.RunFor(6 * FiveSeconds) / (30 * limit.Rate);

            return best > 0.8 && afterwards > 0.8;
        },
        count: 50);

    private static Gen<(double Rate, double Burst, int Latency, int Seed)> Tenants(double least, double most) =>
        from rate in Gen.Double[least, most]
        from seconds in Gen.Double[0.25, 2]
        from latency in Gen.Int[5, 40]
        from seed in Gen.Int[1, 1000]
        select (rate, Math.Max(4, seconds * rate), latency, seed);

    private static (SimulatedLimit Limit, SimulatedHosts Hosts) Learned(
        (double Rate, double Burst, int Latency, int Seed) tenant)
    {
        var limit = new SimulatedLimit(tenant.Burst) { Rate = tenant.Rate };
        var hosts = new SimulatedHosts(limit, tenant.Seed) { Latency = TimeSpan.FromMilliseconds(tenant.Latency) };
        hosts.Add(new CallSchedule(null, 64), 64);
        hosts.RunFor(12 * FiveSeconds);
        return (limit, hosts);
    }
}
