namespace CxoneAssist.Domain.Calendar;

/// <summary>Finds opening hours that overlap others of their day or of the day after it.</summary>
internal sealed class OverlapSearch(OpeningTable table)
{
    private const int DayMinutes = 24 * 60;
    private const int WeekDays = 7;

    public IEnumerable<OpeningOverlap> Find() => OfTheWeek().Concat(OfSpecialDates());

    private IEnumerable<OpeningOverlap> OfTheWeek()
    {
        foreach (var (day, _) in table.Week)
        {
            var next = (DayOfWeek)(((int)day + 1) % WeekDays);
            foreach (var overlap in Within(OfWeekday(day)).Concat(Across(OfWeekday(day), OfWeekday(next))))
            {
                yield return overlap;
            }
        }
    }

    private IEnumerable<OpeningOverlap> OfSpecialDates()
    {
        foreach (var (date, _) in table.Special)
        {
            var day = date.DayNumber;
            var overlaps = Within(OfDate(day)).Concat(Across(OfDate(day - 1), OfDate(day)));
            // Of two special dates in a row, the second has looked back already.
            var ahead = IsSpecial(day + 1) ? [] : Across(OfDate(day), OfDate(day + 1));
            foreach (var overlap in overlaps.Concat(ahead))
            {
                yield return overlap;
            }
        }
    }

    private List<PlacedOpeningHours> OfWeekday(DayOfWeek day) =>
        [.. (table.Week.GetValueOrDefault(day) ?? []).Select(hours => new PlacedOpeningHours(day, null, hours))];

    private List<PlacedOpeningHours> OfDate(int day) =>
        [.. table.On(day).Select(hours => IsSpecial(day)
            ? new PlacedOpeningHours(null, DateOnly.FromDayNumber(day), hours)
            : new PlacedOpeningHours(DateOnly.FromDayNumber(day).DayOfWeek, null, hours))];

    private bool IsSpecial(int day) =>
        day >= 0 && day <= OpeningTable.LastDay && table.Special.ContainsKey(DateOnly.FromDayNumber(day));

    private static IEnumerable<OpeningOverlap> Within(List<PlacedOpeningHours> day) =>
        day.Zip(day.Skip(1)).Where(pair => pair.First.Hours.ClosesAtMinute > pair.Second.Hours.OpensAtMinute)
            .Select(pair => new OpeningOverlap(pair.First, pair.Second));

    private static IEnumerable<OpeningOverlap> Across(List<PlacedOpeningHours> day, List<PlacedOpeningHours> next) =>
        day.Count > 0 && next.Count > 0 && day[^1].Hours.ClosesAtMinute - DayMinutes > next[0].Hours.OpensAtMinute
            ? [new OpeningOverlap(day[^1], next[0])]
            : [];
}
