using CxoneAssist.Compare.Contenders;
using CxoneAssist.Compare.Simulator;

namespace CxoneAssist.Compare.Figures;

/// <summary>How long it takes from the start of the process to its first acknowledgement.</summary>
internal static class Starting
{
    public static async Task TakeAsync(Bench bench, CancellationToken cancellationToken)
    {
        await using var cxone = await SimulatorProcess.StartAsync(TimeSpan.Zero, cancellationToken);
        Dictionary<string, List<TimeSpan>> times = [];
        await bench.AlternateAsync(async contender =>
        {
            await using var running = await bench.StartAsync(contender, cxone.Address, cancellationToken);
            Add(times, contender, running.FirstAcknowledgement);
            return new Sample(0, default, default, default, 0);
        });
        Report.Line($"\n== {bench.Store.Name}: start of the process to first acknowledgement");
        foreach (var (name, each) in times)
        {
            var median = each.Order().ElementAt(each.Count / 2);
            Report.Line($"   {name,-13}{median.TotalSeconds,8:F2} s   [{string.Join(' ', each.Select(time => $"{time.TotalSeconds:F2}"))}]");
        }
    }

    private static void Add(Dictionary<string, List<TimeSpan>> times, Contender contender, TimeSpan time)
    {
        if (!times.TryGetValue(contender.Name, out var each))
        {
            times[contender.Name] = each = [];
        }

        each.Add(time);
    }
}
