using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

namespace CxoneAssist.RateLimiters;

/// <summary>A limit and the hosts that meet it.</summary>
/// <param name="Rate">Calls a second that are accepted in the long run.</param>
/// <param name="Burst">How many seconds of them are accepted at once after silence.</param>
/// <param name="Latency">The longest time of a call in milliseconds.</param>
/// <param name="Concurrency">Calls of a host at once.</param>
/// <param name="Hosts">How many hosts share the limit.</param>
/// <param name="Stalls">Whether every host does nothing for 300 ms every 2 s.</param>
internal sealed record Scenario(double Rate, double Burst, int Latency, int Concurrency, int Hosts, bool Stalls)
{
    private static readonly TimeSpan Learning = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // A call takes three quarters of the longest time on average; a stall takes its share.
    private double FastestOfAHost => Concurrency / (Latency * 0.75 / 1000) * (Stalls ? 0.85 : 1);

    public static IEnumerable<Scenario> Grid() =>
        from rate in (double[])[10, 50, 200, 1000]
        from burst in (double[])[0.25, 1, 1.5, 2]
        from latency in (int[])[5, 50, 500]
        from concurrency in (int[])[8, 64, 128]
        from hosts in (int[])[1, 2, 4]
        from stalls in (bool[])[false, true]
        select new Scenario(rate, burst, latency, concurrency, hosts, stalls);

    /// <summary>The first half minute, and the minute after it.</summary>
    public (Figure Start, Figure Steady) Measure(Func<int, ILearnedRate> create)
    {
        var (limit, hosts, _) = Begin(create);
        var start = Run(limit, hosts, Learning, Rate * (1 + (Burst / Learning.TotalSeconds)), Hosts);
        return (start, Run(limit, hosts, Minute, Rate, Hosts));
    }

    /// <summary>The minute that begins a minute after the limit has become another.</summary>
    public Figure MeasureChange(Func<int, ILearnedRate> create, double factor)
    {
        var (limit, hosts, _) = Begin(create);
        hosts.RunFor(Minute);
        limit.Rate *= factor;
        limit.Burst *= factor;
        hosts.RunFor(Minute);
        return Run(limit, hosts, Minute, limit.Rate, Hosts);
    }

    /// <summary>The minute that begins a minute after all hosts but one have gone.</summary>
    public Figure MeasureLeaving(Func<int, ILearnedRate> create)
    {
        var (limit, hosts, schedules) = Begin(create);
        hosts.RunFor(Minute);
        schedules[1..].ForEach(hosts.Remove);
        hosts.RunFor(Minute);
        return Run(limit, hosts, Minute, Rate, 1);
    }

    /// <summary>A number of calls from the start, however long they take.</summary>
    public Figure MeasureCalls(Func<int, ILearnedRate> create, int calls, int seed)
    {
        var (limit, hosts, _) = Begin(create, seed);
        var took = hosts.Run(calls, TimeSpan.FromHours(1));
        var ideal = (calls - (Rate * Burst)) / Rate;
        return new(ideal / took.TotalSeconds, limit.Refused / (double)limit.Calls);
    }

    /// <summary>Ten minutes in which some calls are refused for no reason, after a minute in which none is.</summary>
    public Figure MeasureBadLuck(Func<int, ILearnedRate> create, int ofAHundred, int seed)
    {
        var (limit, hosts, _) = Begin(create, seed);
        hosts.RunFor(Minute);
        limit.BadLuck = ofAHundred;
        return Run(limit, hosts, 10 * Minute, Rate, Hosts);
    }

    private (SimulatedLimit Limit, SimulatedHosts Hosts, List<CallSchedule> Schedules) Begin(
        Func<int, ILearnedRate> create, int seed = 7)
    {
        var limit = new SimulatedLimit(Math.Max(1, Rate * Burst)) { Rate = Rate };
        var stalls = Stalls ? new SimulatedStalls(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(0.3)) : default;
        var latency = TimeSpan.FromMilliseconds(Latency);
        var hosts = new SimulatedHosts(limit, seed) { Latency = latency, Stalls = stalls };
        var schedules = Enumerable.Range(0, Hosts).Select(_ => new CallSchedule(null, create(Concurrency))).ToList();
        schedules.ForEach(schedule => hosts.Add(schedule, Concurrency));
        return (limit, hosts, schedules);
    }

    private Figure Run(SimulatedLimit limit, SimulatedHosts hosts, TimeSpan time, double rate, int count)
    {
        var (calls, refused) = (limit.Calls, limit.Refused);
        var done = hosts.RunFor(time);
        var ideal = Math.Min(rate, FastestOfAHost * count) * time.TotalSeconds;
        return new(done / ideal, (limit.Refused - refused) / (double)Math.Max(1, limit.Calls - calls));
    }
}

/// <param name="Throughput">Calls that were accepted, of those that could have been.</param>
/// <param name="Refused">Calls that were refused, of all that were made.</param>
internal readonly record struct Figure(double Throughput, double Refused);
