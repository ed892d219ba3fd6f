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
    private TimeSpan Elapsed => Unit switch
    {
        DurationUnit.Minutes => TimeSpan.FromMinutes(Amount),
        DurationUnit.Hours => TimeSpan.FromHours(Amount),
        DurationUnit.Days => TimeSpan.FromDays(Amount),
        _ => TimeSpan.FromDays(7L * Amount),
    };

    /// <summary>The instant this duration after <paramref name="start"/>, in UTC; the latest representable one where it would lie beyond.</summary>
    /// <param name="start">Where to count from.</param>
    public DateTimeOffset After(DateTimeOffset start)
    {
        var utc = start.ToUniversalTime();
        return DateTimeOffset.MaxValue - utc < Elapsed ? DateTimeOffset.MaxValue : utc + Elapsed;
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
