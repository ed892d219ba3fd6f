using System.Globalization;
using CxoneAssist.Domain;
using CxoneAssist.Domain.Written;

namespace CxoneAssist.Host.Cli.Surveys.Times;

/// <summary>
/// Parses the times of a survey file: ISO 8601 with an offset, or without one in a given zone; seconds or
/// milliseconds since 1970; what spreadsheets and survey tools write; and a format that <c>--dates</c> gives.
/// </summary>
/// <param name="zone">
/// The zone of times without an offset. A time that a clock change skips moves forward; of a time
/// that occurs twice, the later counts.
/// </param>
/// <param name="forms">What <c>--dates</c> says; <c>null</c> for nothing.</param>
internal sealed class SurveyTime(TimeZoneInfo zone, DateForms? forms = null)
{
    /// <summary>Examples for messages.</summary>
    public const string Expected = "2026-12-23T16:40, 2026-12-23 16:40:05 or 2026-12-23T16:40+01:00";

    // Without the T, a date such as 2026-03-04 might have the day before the month in the same file.
    private readonly Iso8601Forms _iso = forms?.Format is null ? Iso8601Forms.SpaceForT | Iso8601Forms.Epoch : Iso8601Forms.Strict;

    // Rows of a file are mostly of the same day or hour, so the zone's rules are looked up once for
    // each.
    private long _hour = -1;
    private TimeSpan _offset;
    private ClockShift _change;

    /// <summary>
    /// Which number of a date such as <c>03/04/2026</c> is the day; <c>null</c> while neither an option nor the file
    /// says it.
    /// </summary>
    public DateOrder? Order { get; set; } = forms?.Order;

    /// <summary>What <c>--dates</c> says; empty where it says nothing.</summary>
    public DateForms Stated { get; } = forms ?? new();

    /// <summary>The zone of times without an offset.</summary>
    public string Zone => zone.Id;

    /// <summary>What a clock change did to the time that was read last.</summary>
    public ClockShift Change { get; private set; }

    public TimeOutcome Read(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        text = text.Trim();
        if (TryReadFormat(text, out var written) || Iso8601.TryRead(text, _iso, out written))
        {
            return Place(written, out time);
        }

        return !WrittenTimes.TryRead(text, out var date) ? TimeOutcome.NotATime
            : Stated.Format is not null ? TimeOutcome.OtherFormat
            : Stated.Order is { } stated ? Read(date, date.InStated(stated), out time)
            : (Order ?? date.Shown) is { } order ? Read(date, date.In(order), out time)
            : TimeOutcome.Ambiguous;
    }

    /// <summary>Whether a text has the format that <c>--dates</c> gives.</summary>
    public bool IsInFormat(string text) => TryReadFormat(text.AsSpan().Trim(), out _);

    private TimeOutcome Read(WrittenDate date, Iso8601Time? read, out DateTimeOffset time)
    {
        time = default;
        return read is not { } written ? TimeOutcome.NotATime
            : date.Clock is null ? TimeOutcome.DateAlone
            : Place(written, out time);
    }

    private bool TryReadFormat(ReadOnlySpan<char> text, out Iso8601Time written)
    {
        written = default;
        if (Stated.Format is not { } format)
        {
            return false;
        }

        var isRead = DateTime.TryParseExact(
            text, format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var read);
        written = new(DateTime.SpecifyKind(read, DateTimeKind.Unspecified), read.Kind == DateTimeKind.Utc ? TimeSpan.Zero : null);
        return isRead;
    }

    // The first and last hours of the calendar have no instant in some zones.
    private TimeOutcome Place(Iso8601Time written, out DateTimeOffset time)
    {
        Change = ClockShift.None;
        var instant = written.WithOffset(written.Offset ?? OffsetAt(written.Local));
        time = instant ?? default;
        return instant is null ? TimeOutcome.NotATime : TimeOutcome.Read;
    }

    private TimeSpan OffsetAt(DateTime local)
    {
        var hour = local.Ticks / (TimeSpan.TicksPerMinute * 15);
        if (hour != _hour)
        {
            (_hour, _offset) = (hour, zone.GetUtcOffset(local));
            _change = zone.IsInvalidTime(local) ? ClockShift.Skips : zone.IsAmbiguousTime(local) ? ClockShift.Repeats : ClockShift.None;
        }

        Change = _change;

        return _offset;
    }
}
