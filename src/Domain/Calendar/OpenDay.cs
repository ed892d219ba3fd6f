namespace CxoneAssist.Domain.Calendar;

/// <summary>A stretch of open time, from one instant to before another, in ticks.</summary>
internal readonly record struct OpenInterval(long Opens, long Closes);

/// <summary>How much of an open interval counts towards a duration.</summary>
internal readonly record struct OpenShare(int Day, OpenInterval Interval, long Ticks, bool IsToClosing);

/// <summary>
/// The open time that belongs to a day: none, or intervals in order that do not touch those of
/// other days. They are worked out when they are asked for: most days are counted whole.
/// </summary>
internal sealed class OpenDay(int number, long ticks, Func<int, OpenInterval[]> intervals)
{
    private OpenInterval[]? _intervals;

    public int Number => number;

    /// <summary>How long it is open in all.</summary>
    public long Ticks => ticks;

    public bool IsOpen => ticks > 0;

    public ReadOnlySpan<OpenInterval> Intervals => _intervals ??= intervals(number);
}
