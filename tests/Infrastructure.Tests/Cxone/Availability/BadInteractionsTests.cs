using CxoneAssist.Application;
using CxoneAssist.Infrastructure.Cxone;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Availability;

/// <summary>Properties of the whole: what bad interactions cost good ones, and what an outage costs anybody.</summary>
internal sealed class BadInteractionsTests
{
    private const int Interactions = 600;

    // Stands for a success whose content is not what was asked for.
    private const int AnotherPage = 299;

    [Test]
    public void Good_AmongBad_AreDoneAsFastAsAsManyGoodOnes(
        [Values] Order order,
        [Values(0.1, 0.5, 0.9)] double bad,
        [Values(403, 503)] int status,
        [Values(CallKind.ReadForm, CallKind.CreateTask)] CallKind kind,
        [Values(8, 64)] int concurrency,
        [Values(5, 30, 200)] int latency)
    {
        var alone = TimeOf([], status, kind, concurrency, latency);
        var among = TimeOf(Bad(order, bad, seed: latency + concurrency), status, kind, concurrency, latency);

        TestContext.Out.WriteLine($"ratio {among / alone:0.000}: {among.TotalSeconds:0.00} s, alone {alone.TotalSeconds:0.00} s");
        Assert.That(among / alone, Is.LessThanOrEqualTo(1.1));
    }

    [Test]
    public void Bad_FormsAmongGoodAndThenAlone_AreParked(
        [Values] Order order, [Values(0.1, 0.5, 0.9)] double bad, [Values(403, AnotherPage)] int status, [Values(8, 64)] int concurrency) =>
        Assert.That(OpenInTheEnd(order, bad, status, concurrency), Is.Zero);

    [Test]
    public void Outage_OfAnHour_CostsNoAttemptAndCxoneSeesOneProbeAtATime(
        [Values(8, 64)] int concurrency, [Values(5, 500)] int latency, [Values(CallKind.ReadForm, CallKind.CreateTask)] CallKind kind, [Values(403, 503, AnotherPage)] int status)
    {
        var (began, ended) = (TimeSpan.FromMilliseconds(200), TimeSpan.FromHours(1));
        using var work = new SimulatedWork(concurrency, concurrency) { Latency = TimeSpan.FromMilliseconds(latency) };
        work.Answers = (_, at) => at == kind && work.Elapsed > began && work.Elapsed < ended ? status : 200;
        var (probes, most) = (0, 0);
        work.OnSent = () =>
        {
            if (work.IsPaused && work.Elapsed > began + TimeSpan.FromMinutes(1) && work.Elapsed < ended)
            {
                (probes, most) = (probes + 1, Math.Max(most, work.UnderWay));
            }
        };
        work.Receive(Enumerable.Range(0, 5 * Interactions).Select(i => $"i-{i}"));

        work.RunUntil(() => work.Rows.All(row => row.DoneAt is not null), ended + TimeSpan.FromMinutes(20));

        TestContext.Out.WriteLine($"probes {probes}, done {(work.Rows.Max(row => row.DoneAt) - ended)!.Value.TotalSeconds:0} s after the end");
        Assert.That(work.Rows.Select(row => row.FollowUp.Attempts), Is.All.Zero);
        Assert.That((probes, most), Is.EqualTo((probes, 1)));
        Assert.That(probes, Is.InRange(100, 500));
    }

    private static int OpenInTheEnd(Order order, double bad, int status, int concurrency)
    {
        using var work = new SimulatedWork(1, concurrency)
        {
            MaxAttempts = 3,
            Answers = (id, at) => at == CallKind.ReadForm && id.StartsWith("bad", StringComparison.Ordinal) ? status : 200,
        };
        work.Receive(Ids(Bad(order, bad, concurrency)));
        work.RunUntil(() => work.Elapsed > TimeSpan.FromMinutes(3), TimeSpan.FromHours(1));
        Assert.That(work.Rows.Count(row => row.DoneAt is not null), Is.EqualTo(Interactions - (int)(Interactions * bad)));
        return work.Rows.Count(row => row.IsOpen);
    }

    private static TimeSpan TimeOf(HashSet<int> bad, int status, CallKind kind, int concurrency, int latency)
    {
        using var work = new SimulatedWork(1, concurrency)
        {
            Latency = TimeSpan.FromMilliseconds(latency),
            Answers = (id, at) => at == kind && id.StartsWith("bad", StringComparison.Ordinal) ? status : 200,
        };
        work.Receive(Ids(bad));
        var good = work.Rows.Where(row => row.Id.StartsWith("good", StringComparison.Ordinal)).ToList();
        work.RunUntil(() => good.TrueForAll(row => row.DoneAt is not null), TimeSpan.FromHours(1));
        Assert.That(work.Rows.Select(row => row.FollowUp.State), Has.None.EqualTo(FollowUpState.Parked));
        return good.Max(row => row.DoneAt!.Value);
    }

    private static IEnumerable<string> Ids(HashSet<int> bad) =>
        Enumerable.Range(0, Interactions).Select(i => $"{(bad.Contains(i) ? "bad" : "good")}-{i}");

    private static HashSet<int> Bad(Order order, double share, int seed)
    {
        var count = (int)(Interactions * share);
        var good = Interactions - count;
        var chance = new Random(seed);
        return [.. order switch
        {
            Order.BadFirst => Enumerable.Range(0, count),
            Order.BadLast => Enumerable.Range(good, count),
            Order.GoodInTheMiddle => Enumerable.Range(0, count / 2).Concat(Enumerable.Range((count / 2) + good, count - (count / 2))),
            _ => Enumerable.Range(0, Interactions).OrderBy(_ => chance.Next()).Take(count),
        }];
    }

    internal enum Order
    {
        BadFirst,
        BadLast,
        GoodInTheMiddle,
        AnyHow,
    }
}
