using System.Globalization;

namespace CxoneAssist.Domain;

/// <summary>
/// The unit of a <see cref="FollowUpDuration"/>. Elapsed time, where a day is 24 hours and a week 7
/// of them; or business time, which is counted by a <see cref="BusinessCalendar"/>.
/// </summary>
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

    /// <summary>Hours within opening hours, written <c>bh</c>.</summary>
    BusinessHours,

    /// <summary>Days that are open, written <c>bd</c>.</summary>
    BusinessDays,
}

/// <summary>How long after its base a follow-up is due.</summary>
/// <param name="Amount">How many units; 0 or more.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct FollowUpDuration(int Amount, DurationUnit Unit)
{
    /// <summary>Whether it is counted by a calendar.</summary>
    public bool IsBusiness => Unit is DurationUnit.BusinessHours or DurationUnit.BusinessDays;

    private long UnitTicks => Unit switch
    {
        DurationUnit.Minutes => TimeSpan.TicksPerMinute,
        DurationUnit.Hours => TimeSpan.TicksPerHour,
        DurationUnit.Days => TimeSpan.TicksPerDay,
        _ => 7 * TimeSpan.TicksPerDay,
    };

    /// <summary>
    /// Reads a duration as a policy writes it: digits and a unit, <c>30m 4h 1d 2w 4bh 3bd</c>,
    /// without blanks.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="duration">The duration.</param>
    /// <returns>Whether the text has that form, and the amount is at most 2147483647.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out FollowUpDuration duration)
    {
        duration = default;
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0
            || !int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            return false;
        }

        if (UnitOf(text[digits..]) is not { } unit)
        {
            return false;
        }

        duration = new(amount, unit);
        return true;
    }

    /// <summary>
    /// The instant this duration after <paramref name="start"/>, in UTC; the latest representable
    /// one where it would lie beyond, or, in business time, more than three years ahead:
    /// <see cref="DueDate.Limit"/> is nearer. Business time that ends exactly at a closing is due
    /// then. None of it from outside opening hours is the next opening.
    /// </summary>
    /// <param name="start">Where to count from.</param>
    /// <param name="calendar">What business time is counted by; elapsed time needs none.</param>
    /// <exception cref="ArgumentNullException">
    /// It is business time, and there is no calendar.
    /// </exception>
    public DateTimeOffset After(DateTimeOffset start, BusinessCalendar? calendar = null)
    {
        if (!IsBusiness)
        {
            return Elapsed(start.ToUniversalTime());
        }

        ArgumentNullException.ThrowIfNull(calendar);
        var due = Unit is DurationUnit.BusinessHours
            ? calendar.Time.AddHours(start.UtcTicks, Amount)
            : calendar.Time.AddDays(start.UtcTicks, Amount);
        return new DateTimeOffset(due, TimeSpan.Zero);
    }

    /// <summary>
    /// The duration as a policy writes it: <c>30m</c>, <c>4h</c>, <c>1d</c>, <c>2w</c>, <c>4bh</c>,
    /// <c>3bd</c>.
    /// </summary>
    public override string ToString() => Amount.ToString(CultureInfo.InvariantCulture) + Unit switch
    {
        DurationUnit.Minutes => "m",
        DurationUnit.Hours => "h",
        DurationUnit.Days => "d",
        DurationUnit.Weeks => "w",
        DurationUnit.BusinessHours => "bh",
        _ => "bd",
    };

    private static DurationUnit? UnitOf(ReadOnlySpan<char> text) => text switch
    {
        "m" => DurationUnit.Minutes,
        "h" => DurationUnit.Hours,
        "d" => DurationUnit.Days,
        "w" => DurationUnit.Weeks,
        "bh" => DurationUnit.BusinessHours,
        "bd" => DurationUnit.BusinessDays,
        _ => null,
    };

    private DateTimeOffset Elapsed(DateTimeOffset utc)
    {
        // Divided, not multiplied: a long duration in ticks need not fit.
        var unitsLeft = (DateTimeOffset.MaxValue - utc).Ticks / UnitTicks;
        return unitsLeft < Amount ? DateTimeOffset.MaxValue : utc.AddTicks(Amount * UnitTicks);
    }
}
