using System.Globalization;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.RateLimiters;

/// <summary>The table, in Markdown: a row for each limiter and situation, over all scenarios.</summary>
internal sealed class Report
{
    private readonly Scenario[] _small;
    private readonly Scenario[] _large;
    private readonly Scenario[] _slow;
    private readonly Scenario[] _shared;

    public Report(Scenario[] grid)
    {
        (_small, _large) = ([.. grid.Where(one => one.Burst < 1)], [.. grid.Where(one => one.Burst >= 1)]);
        _slow = [.. grid.Where(one => one.Rate <= 50)];
        _shared = [.. grid.Where(one => one.Hosts == 4).Select(one => one with { Stalls = false })];
        Console.WriteLine(
            "| limiter | when | throughput: median | worst tenth | worst | 429s: median | worst tenth | worst |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
    }

    public void Write(string limiter, Func<int, ILearnedRate> create)
    {
        foreach (var (scenarios, burst) in new[] { (_large, "1 to 2 s"), (_small, "0.25 s") })
        {
            var figures = Array.ConvertAll(scenarios, one => one.Measure(create));
            Row(limiter, $"first 30 s, burst {burst}", Array.ConvertAll(figures, one => one.Start));
            Row(limiter, $"the minute after, burst {burst}", Array.ConvertAll(figures, one => one.Steady));
        }

        Row(limiter, "limit rises tenfold", Array.ConvertAll(_slow, one => one.MeasureChange(create, 10)));
        Row(limiter, "3 of 4 hosts leave", Array.ConvertAll(_shared, one => one.MeasureLeaving(create)));
    }

    /// <summary>What the grid does not hold, with seeds that no constant was chosen by.</summary>
    public static void WriteFurther(string limiter, Func<int, ILearnedRate> create)
    {
        var bursts =
            from latency in (int[])[2, 8, 40]
            from seed in Enumerable.Range(101, 100)
            select new Scenario(200, 0.25, latency, 64, 1, false).MeasureCalls(create, 3 * 2000, seed);
        Row(limiter, "2,000 interactions, 200/s, burst 50", [.. bursts]);
        foreach (var luck in (int[])[1, 4])
        {
            var figures = Enumerable.Range(101, 20)
                .Select(seed => new Scenario(200, 1, 8, 64, 1, false).MeasureBadLuck(create, luck, seed));
            Row(limiter, $"{luck} % refused at random, once learned", [.. figures]);
        }
    }

    private static void Row(string limiter, string when, Figure[] figures)
    {
        if (figures.Length == 0)
        {
            return;
        }

        var throughput = figures.Select(figure => figure.Throughput).Order().ToArray();
        var refused = figures.Select(figure => figure.Refused).OrderDescending().ToArray();
        Console.WriteLine($"| {limiter} | {when} | {Cells(throughput, "0.00")} | {Cells(refused, "0.0 %")} |");
    }

    // The worst come first.
    private static string Cells(double[] figures, string format) => string.Join(
        " | ",
        new[] { figures.Length / 2, figures.Length / 10, 0 }
            .Select(index => figures[index].ToString(format, CultureInfo.InvariantCulture)));
}
