using CxoneAssist.Domain.Calendar;

namespace CxoneAssist.Domain.Reasons;

/// <summary>
/// Changes of the clock in a sentence, where what is counted cannot be followed without them.
/// </summary>
internal sealed class ClockReasons(BusinessCalendar calendar)
{
    private const int Told = 2;

    // Opening hours end two days after the one they belong to, at most.
    private const int Reach = 2;

    private readonly ZoneClock _clock = calendar.Clock;

    /// <summary>The change that the clock is ahead or behind by after elapsed time.</summary>
    public IEnumerable<string> OfElapsed(DateTimeOffset start, DateTimeOffset end)
    {
        var (from, to) = (start.UtcTicks, end.UtcTicks);
        // The last one is what is left: those before it are made up for, twice a year.
        return _clock.OffsetAt(from) == _clock.OffsetAt(to)
            ? []
            : Sentence([.. _clock.Changes(Math.Max(from, to - (366 * TimeSpan.TicksPerDay)), to).TakeLast(1)]);
    }

    /// <summary>The changes that opening hours meet.</summary>
    public IEnumerable<string> OfHours(long start, long due) => Sentence([.. Changes(start, due).Where(MeetsHours)]);

    /// <summary>
    /// The changes that make a time of day another one, or leave a day without its hours.
    /// </summary>
    /// <param name="start">What is counted from.</param>
    /// <param name="opening">The opening that moved it to.</param>
    /// <param name="wanted">The local time that is looked for.</param>
    /// <param name="due">What it became.</param>
    public IEnumerable<string> OfDays(long start, long opening, long wanted, long due)
    {
        List<ClockChange> changes = [.. Changes(start, Math.Max(due, _clock.Earliest(wanted))).Where(Counts)];
        return Sentence(changes, changes.Count > 0 && changes[^1].Holds(wanted) ? Instead(changes[^1], wanted) : "");

        bool Counts(ClockChange change) =>
            change.Holds(wanted) || Moves(change, due) || (opening > start && Moves(change, opening)) || Closes(change);
    }

    private IEnumerable<ClockChange> Changes(long start, long due) => _clock.Changes(start, due + TimeSpan.TicksPerDay)
        .Where(change => change.At - (change.IsForward ? 0 : change.End - change.First) <= due);

    private bool Moves(ClockChange change, long at) =>
        change.IsForward ? at == change.At : change.Holds(_clock.LocalAt(at));

    private bool Closes(ClockChange change) =>
        Days(change).Any(day => HoursOn(day).Count > 0 && !calendar.Time.IsOpenOn(day));

    // Of a closing that the clock shows twice the later one counts.
    private bool MeetsHours(ClockChange change) => Days(change).Any(day => HoursOn(day).Any(hours =>
        Local(day, hours.OpensAtMinute) < change.End
        && (change.IsForward ? Local(day, hours.ClosesAtMinute) > change.First : Local(day, hours.ClosesAtMinute) >= change.First)));

    private static IEnumerable<int> Days(ClockChange change)
    {
        var (first, last) = ((int)(change.First / TimeSpan.TicksPerDay) - Reach, (int)(change.End / TimeSpan.TicksPerDay));
        return Enumerable.Range(first, last - first + 1);
    }

    private IReadOnlyList<OpeningHours> HoursOn(int day) =>
        day < 0 || day > OpeningTable.LastDay ? [] : calendar.HoursOn(DateOnly.FromDayNumber(day));

    private static long Local(int day, int minute) => (day * TimeSpan.TicksPerDay) + (minute * TimeSpan.TicksPerMinute);

    private static IEnumerable<string> Sentence(List<ClockChange> changes, string instead = "")
    {
        if (changes.Count > 0)
        {
            var more = changes.Count > Told ? FormattableString.Invariant($", and {changes.Count - Told} more") : "";
            yield return $"Clocks go {string.Join(", and ", changes.Take(Told).Select(Way))}{more}{instead}.";
        }
    }

    private static string Way(ClockChange change) =>
        $"{(change.IsForward ? "forward" : "back")} from {TimeText.Shown(change.From)} to {ShownAfter(change.To, change.From)}";

    private static string Instead(ClockChange change, long wanted) => change.IsForward
        ? $": {ShownAfter(wanted, change.From)} is skipped, {ShownAfter(change.To, change.From)} counts"
        : $": of the two {ShownAfter(wanted, change.From)} the earlier counts";

    private static string ShownAfter(long local, long told) =>
        local / TimeSpan.TicksPerDay == told / TimeSpan.TicksPerDay
            ? TimeText.OfDay(local % TimeSpan.TicksPerDay)
            : TimeText.Shown(local);
}
