using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>Times of a survey file: ISO 8601, with an offset, or without one and then of a zone.</summary>
/// <param name="zone">
/// What times without an offset are read in: one that a clock change skips moves forward, one that comes twice is the later.
/// </param>
internal sealed class SurveyTime(TimeZoneInfo zone)
{
    /// <summary>What is expected, for messages.</summary>
    public const string Expected = "2026-12-23T16:40, 2026-12-23 16:40:05 or 2026-12-23T16:40+01:00";

    // Rows of a file are mostly of one day or hour: the zone's rules are asked once for each.
    private long _hour = -1;
    private TimeSpan _offset;

    public bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        // The first and last hours of the calendar have no instant in every zone.
        DateTimeOffset? instant = Iso8601.TryRead(text.Trim(), Iso8601Forms.SpaceForT, out var written)
            ? written.WithOffset(written.Offset ?? OffsetAt(written.Local))
            : null;
        time = instant ?? default;
        return instant is not null;
    }

    private TimeSpan OffsetAt(DateTime local)
    {
        var hour = local.Ticks / (TimeSpan.TicksPerMinute * 15);
        if (hour != _hour)
        {
            (_hour, _offset) = (hour, zone.GetUtcOffset(local));
        }

        return _offset;
    }
}
