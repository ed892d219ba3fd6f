namespace CxoneAssist.Domain.Calendar;

/// <summary>A stretch of open time, from one instant to before another, in ticks.</summary>
internal readonly record struct OpenInterval(long Opens, long Closes);

/// <summary>How much of an open interval counts towards a duration.</summary>
internal readonly record struct OpenShare(int Day, OpenInterval Interval, long Ticks, bool IsToClosing);

/// <summary>The open time that belongs to a day: none, or intervals in order that do not touch those of other days.</summary>
internal sealed class OpenDay(int number, OpenInterval[] intervals)
{
    public int Number => number;

    public bool IsOpen => intervals.Length > 0;

    public ReadOnlySpan<OpenInterval> Intervals => intervals;
}
