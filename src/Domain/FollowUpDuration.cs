using System.Globalization;

namespace CxoneAssist.Domain;

/// <summary>The unit of a <see cref="FollowUpDuration"/>. All are elapsed time: a day is 24 hours, a week 7 of them.</summary>
public enum DurationUnit
{
    /// <summary>Minutes, written <c>m</c>.</summary>
    Minutes,

    /// <summary>Hours, written <c>h</c>.</summary>
    Hours,

    /// <summary>Days of 24 hours, written <c>d</c>.</summary>
    Days,

    /// <summary>Weeks of 7 days, written <c>w</c>.</summary>
    Weeks,
}

/// <summary>How long after its base a follow-up is due.</summary>
/// <param name="Amount">How many units; 0 or more.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct FollowUpDuration(int Amount, DurationUnit Unit)
{
    private long UnitTicks => Unit switch
    {
        DurationUnit.Minutes => TimeSpan.TicksPerMinute,
        DurationUnit.Hours => TimeSpan.TicksPerHour,
        DurationUnit.Days => TimeSpan.TicksPerDay,
        _ => 7 * TimeSpan.TicksPerDay,
    };

    /// <summary>The instant this duration after <paramref name="start"/>, in UTC; the latest representable one where it would lie beyond.</summary>
    /// <param name="start">Where to count from.</param>
    public DateTimeOffset After(DateTimeOffset start)
    {
        var utc = start.ToUniversalTime();
        // Divided, not multiplied: a long duration in ticks need not fit.
        var unitsLeft = (DateTimeOffset.MaxValue - utc).Ticks / UnitTicks;
        return unitsLeft < Amount ? DateTimeOffset.MaxValue : utc.AddTicks(Amount * UnitTicks);
    }

    /// <summary>The duration as a policy writes it: <c>30m</c>, <c>4h</c>, <c>1d</c>, <c>2w</c>.</summary>
    public override string ToString() => Amount.ToString(CultureInfo.InvariantCulture) + Unit switch
    {
        DurationUnit.Minutes => "m",
        DurationUnit.Hours => "h",
        DurationUnit.Days => "d",
        _ => "w",
    };
}
