using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// Parses the times of a survey file: ISO 8601 with an offset, or without one in a given zone; or seconds or
/// milliseconds since 1970.
/// </summary>
/// <param name="zone">
/// The zone of times without an offset. A time that a clock change skips moves forward; of a time
/// that occurs twice, the later counts.
/// </param>
internal sealed class SurveyTime(TimeZoneInfo zone)
{
    /// <summary>Examples for messages.</summary>
    public const string Expected = "2026-12-23T16:40, 2026-12-23 16:40:05 or 2026-12-23T16:40+01:00";

    // Rows of a file are mostly of the same day or hour, so the zone's rules are looked up once for
    // each.
    private long _hour = -1;
    private TimeSpan _offset;

    public bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        // The first and last hours of the calendar have no instant in some zones.
        DateTimeOffset? instant = Iso8601.TryRead(text.Trim(), Iso8601Forms.SpaceForT | Iso8601Forms.Epoch, out var written)
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
