namespace CxoneAssist.Domain;

/// <summary>What is read in addition to a date, <c>T</c> and a time.</summary>
[Flags]
internal enum Iso8601Forms
{
    /// <summary>Nothing else.</summary>
    Strict = 0,

    /// <summary>A space may stand for the <c>T</c>, as databases and spreadsheets write it.</summary>
    SpaceForT = 1,

    /// <summary>A date alone is its midnight.</summary>
    DateAlone = 2,

    /// <summary>
    /// A point without digits after it, and an offset's hour of one digit: not ISO 8601, but .NET's
    /// own readers take them.
    /// </summary>
    Lenient = 4,

    /// <summary>
    /// Seconds (10 digits) or milliseconds (13 digits) since 1970 in UTC: from 2001 to 2286, where no other spelling of
    /// a date has as many digits.
    /// </summary>
    Epoch = 8,

    /// <summary>All that senders of webhooks and forms write and that has one meaning.</summary>
    Wire = SpaceForT | DateAlone | Lenient | Epoch,
}

/// <summary>A time as it was written.</summary>
/// <param name="Local">The date and the time of day.</param>
/// <param name="Offset">How far they are ahead of UTC; <c>null</c> where the text does not say.</param>
internal readonly record struct Iso8601Time(DateTime Local, TimeSpan? Offset)
{
    /// <summary>The instant, in UTC; <c>null</c> where the calendar has none: its first and last hours.</summary>
    public DateTimeOffset? WithOffset(TimeSpan offset)
    {
        var ticks = Local.Ticks - offset.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }
}
