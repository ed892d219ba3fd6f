using System.Diagnostics.CodeAnalysis;
using CxoneAssist.Domain.Calendar;

namespace CxoneAssist.Domain;

/// <summary>
/// When people work: what business hours and business days are counted by. Immutable; safe to
/// share. Local times that the zone's clock skips move forward to when it shows time again; of
/// those it shows twice the earlier counts for opening, the later for closing.
/// </summary>
public sealed class BusinessCalendar
{
    private readonly OpeningTable _table;

    /// <summary>Makes a calendar.</summary>
    /// <param name="zone">The zone of all its times.</param>
    /// <param name="week">
    /// The opening hours by day of the week; a day that is missing is closed.
    /// </param>
    /// <param name="holidays">
    /// Dates that are closed, whatever opening hours they have otherwise.
    /// </param>
    /// <param name="special">
    /// Dates with opening hours of their own, instead of those of their day of the week; none for
    /// closed.
    /// </param>
    /// <exception cref="ArgumentException">
    /// Opening hours overlap, or are a default value.
    /// </exception>
    public BusinessCalendar(
        TimeZoneInfo zone,
        IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> week,
        IReadOnlyCollection<DateOnly> holidays,
        IReadOnlyDictionary<DateOnly, IReadOnlyList<OpeningHours>> special)
    {
        ArgumentNullException.ThrowIfNull(zone);
        _table = Table(week, holidays, special);
        if (new OverlapSearch(_table).Find().FirstOrDefault() is { } overlap)
        {
            throw new ArgumentException($"{overlap}: opening hours must not overlap.", overlap.Later.Date is null ? nameof(week) : nameof(special));
        }

        Zone = zone;
        Clock = new ZoneClock(zone);
        Time = new BusinessTime(_table, Clock);
    }

    /// <summary>The zone of all its times.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The opening hours by day of the week, in order.</summary>
    public IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> Week => _table.Week;

    /// <summary>Dates that are closed, in order.</summary>
    public IReadOnlyCollection<DateOnly> Holidays => _table.Holidays;

    /// <summary>Dates with opening hours of their own, in order.</summary>
    public IReadOnlyDictionary<DateOnly, IReadOnlyList<OpeningHours>> Special => _table.Special;

    internal ZoneClock Clock { get; }

    internal BusinessTime Time { get; }

    /// <summary>
    /// Finds opening hours that overlap, so that a reader can say where; a calendar with any is
    /// refused.
    /// </summary>
    /// <param name="week">The opening hours by day of the week.</param>
    /// <param name="holidays">Dates that are closed.</param>
    /// <param name="special">Dates with opening hours of their own.</param>
    /// <returns>Each pair that overlaps, those of the week first; none where all is well.</returns>
    /// <exception cref="ArgumentException">Opening hours are a default value.</exception>
    internal static IReadOnlyList<OpeningOverlap> FindOverlaps(
        IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> week,
        IReadOnlyCollection<DateOnly> holidays,
        IReadOnlyDictionary<DateOnly, IReadOnlyList<OpeningHours>> special) =>
        [.. new OverlapSearch(Table(week, holidays, special)).Find()];

    /// <summary>Finds a zone by its IANA name.</summary>
    /// <param name="name">
    /// The name: <c>Europe/Berlin</c>, <c>UTC</c>. Other names that a system resolves, like that of
    /// its own zone, are refused.
    /// </param>
    /// <param name="zone">The zone.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryFindZone(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        ArgumentNullException.ThrowIfNull(name);
        zone = null;
        return ZoneNames.IsOne(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone) && zone.HasIanaId;
    }

    /// <summary>The opening hours of a date, in order; none where it is closed.</summary>
    /// <param name="date">The date, by the zone's clock.</param>
    public IReadOnlyList<OpeningHours> HoursOn(DateOnly date) => _table.On(date.DayNumber);

    /// <summary>
    /// The first open instant from <paramref name="at"/> on, in UTC: itself where it is open; the
    /// latest representable one where nothing opens within three years.
    /// </summary>
    /// <param name="at">From when on.</param>
    public DateTimeOffset NextOpening(DateTimeOffset at) => new(Time.NextOpening(at.UtcTicks).At, TimeSpan.Zero);

    private static OpeningTable Table(
        IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> week,
        IReadOnlyCollection<DateOnly> holidays,
        IReadOnlyDictionary<DateOnly, IReadOnlyList<OpeningHours>> special)
    {
        ArgumentNullException.ThrowIfNull(week);
        ArgumentNullException.ThrowIfNull(holidays);
        ArgumentNullException.ThrowIfNull(special);
        if (week.Values.Concat(special.Values).Any(day => day.Any(hours => !hours.IsMade)))
        {
            throw new ArgumentException(
                "Opening hours have to be made or read, not left at their default.", nameof(week));
        }

        return new OpeningTable(week, holidays, special);
    }
}
