using System.Collections.Immutable;

namespace CxoneAssist.Domain.Calendar;

/// <summary>
/// Which opening hours a date has: none on a holiday, else those of a special date, else those of
/// its day of the week.
/// </summary>
internal sealed class OpeningTable(
    IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> week,
    IEnumerable<DateOnly> holidays,
    IReadOnlyDictionary<DateOnly, IReadOnlyList<OpeningHours>> special)
{
    public static readonly int LastDay = DateOnly.MaxValue.DayNumber;

    public ImmutableSortedDictionary<DayOfWeek, IReadOnlyList<OpeningHours>> Week { get; } = Sorted(week);

    public ImmutableSortedSet<DateOnly> Holidays { get; } = [.. holidays];

    public ImmutableSortedDictionary<DateOnly, IReadOnlyList<OpeningHours>> Special { get; } = Sorted(special);

    /// <summary>
    /// The last day that can be open: where no day of the week is, that of the last special date.
    /// </summary>
    public int LastOpenDay => Week.Any(day => day.Value.Count > 0)
        ? LastDay
        : Special.LastOrDefault(date => date.Value.Count > 0) is { Value: not null } last ? last.Key.DayNumber : -1;

    public IReadOnlyList<OpeningHours> On(int day)
    {
        if (day < 0 || day > LastDay)
        {
            return [];
        }

        var date = DateOnly.FromDayNumber(day);
        return Holidays.Contains(date)
            ? []
            : Special.GetValueOrDefault(date) ?? Week.GetValueOrDefault(date.DayOfWeek) ?? [];
    }

    private static ImmutableSortedDictionary<TDay, IReadOnlyList<OpeningHours>> Sorted<TDay>(
        IReadOnlyDictionary<TDay, IReadOnlyList<OpeningHours>> days)
        where TDay : notnull =>
        days.ToImmutableSortedDictionary(
            day => day.Key, day => (IReadOnlyList<OpeningHours>)[.. day.Value.OrderBy(hours => hours.OpensAtMinute)]);
}
