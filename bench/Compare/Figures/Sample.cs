using CxoneAssist.Compare.Load;
using CxoneAssist.Compare.Processes;

namespace CxoneAssist.Compare.Figures;

/// <summary>What one measurement gave.</summary>
/// <param name="PerSecond">How many in a second.</param>
/// <param name="Median50">How long the acknowledgement in the middle took.</param>
/// <param name="Late99">How long 99 of 100 acknowledgements took at most.</param>
/// <param name="ProcessorEach">The processor time that each one cost the service.</param>
/// <param name="PeakBytes">The most memory the service held.</param>
/// <param name="Failed">How many went wrong.</param>
internal sealed record Sample(double PerSecond, TimeSpan Median50, TimeSpan Late99, TimeSpan ProcessorEach, long PeakBytes, int Failed = 0)
{
    public static Sample Of(double perSecond, int count, LoadResult load, ProcessUsage before, ProcessUsage after) => new(
        perSecond,
        load.Percentile(0.5),
        load.Percentile(0.99),
        (after.Processor - before.Processor) / Math.Max(1, count),
        after.PeakBytes,
        load.Refused);

    public static Sample Median(IReadOnlyCollection<Sample> samples) => new(
        Middle(samples, sample => sample.PerSecond),
        Middle(samples, sample => sample.Median50),
        Middle(samples, sample => sample.Late99),
        Middle(samples, sample => sample.ProcessorEach),
        Middle(samples, sample => sample.PeakBytes),
        samples.Sum(sample => sample.Failed));

    private static T Middle<T>(IReadOnlyCollection<Sample> samples, Func<Sample, T> value) =>
        samples.Select(value).Order().ElementAt(samples.Count / 2);
}
