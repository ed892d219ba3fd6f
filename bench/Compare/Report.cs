using CxoneAssist.Compare.Contenders;
using CxoneAssist.Compare.Figures;

namespace CxoneAssist.Compare;

/// <summary>Writes what was found, the ratios first.</summary>
internal static class Report
{
    public static void Line(string text) => Console.WriteLine(text);

    /// <summary>A figure of several contenders.</summary>
    public static void Compare(string title, string unit, IReadOnlyDictionary<string, List<Sample>> samples)
    {
        Console.WriteLine($"\n== {title}");
        var medians = samples.ToDictionary(pair => pair.Key, pair => Sample.Median(pair.Value));
        if (medians.TryGetValue(Contender.Ours, out var ours))
        {
            Console.WriteLine("   " + string.Join(", ", medians
                .Where(pair => pair.Key != Contender.Ours)
                .Select(pair => $"{ours.PerSecond / pair.Value.PerSecond:F2} × the {pair.Key}")));
        }

        foreach (var (name, median) in medians)
        {
            var each = string.Join(' ', samples[name].Select(sample => $"{sample.PerSecond:F0}"));
            Console.WriteLine($"   {name,-13}{median.PerSecond,8:F0} {unit}/s   {Details(median)}   [{each}]");
        }
    }

    public static string Details(Sample sample) =>
        $"p50 {sample.Median50.TotalMilliseconds:F1} ms, p99 {sample.Late99.TotalMilliseconds:F1} ms, "
        + $"{sample.ProcessorEach.TotalMilliseconds:F3} ms processor time each, {sample.PeakBytes / 1e6:F0} MB at most"
        + (sample.Failed > 0 ? $", {sample.Failed} FAILED" : "");
}
