namespace CxoneAssist.Domain.Tests.Calendar;

/// <summary>What a zone's clock shows at each minute of some weeks, and the first or the last of them at which it shows a time.</summary>
internal sealed class Wall
{
    public const int Days = 45;

    // As far as a clock can be from where it would be without any change in these weeks, with room to spare.
    private const int Nearby = 1_600;

    private readonly DateTime[] _shown;
    private readonly Dictionary<DateTime, (int First, int Last)> _found = [];

    public Wall(TimeZoneInfo zone, DateTime from)
    {
        From = new DateTimeOffset(from, TimeSpan.Zero);
        _shown = [.. Enumerable.Range(0, Days * 24 * 60).Select(minute => Shown(zone, from.AddMinutes(minute)))];
    }

    public DateTimeOffset From { get; }

    public int Minutes => _shown.Length;

    public DateTime Shown(int minute) => _shown[minute];

    public int MinuteOf(DateTimeOffset time) => (int)Math.Floor((time - From).TotalMinutes);

    public DateTimeOffset TimeOf(int minute) => From.AddMinutes(minute);

    /// <summary>Whether a time lies well within these weeks.</summary>
    public bool Holds(DateTimeOffset time) => time >= From.AddDays(5) && time <= From.AddDays(Days - 8);

    /// <summary>The first minute at which the clock shows it; where it never does, the first at which it shows a later time.</summary>
    public int First(DateTime local) => Find(local).First;

    /// <summary>The last minute at which the clock shows it; where it never does, the first at which it shows a later time.</summary>
    public int Last(DateTime local) => Find(local).Last;

    private (int First, int Last) Find(DateTime local)
    {
        if (!_found.TryGetValue(local, out var found))
        {
            var minutes = Around(local).Where(minute => _shown[minute] == local)
                .DefaultIfEmpty(Around(local).First(minute => _shown[minute] > local));
            _found[local] = found = (minutes.First(), minutes.Last());
        }

        return found;
    }

    private IEnumerable<int> Around(DateTime local)
    {
        var about = (int)(local - _shown[0]).TotalMinutes;
        var (first, last) = (Math.Max(0, about - Nearby), Math.Min(Minutes - 1, about + Nearby));
        return Enumerable.Range(first, last - first + 1);
    }

    private static DateTime Shown(TimeZoneInfo zone, DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}
