using CxoneAssist.Domain.Calendar;

namespace CxoneAssist.Domain.Lint;

/// <summary>
/// Looks for an instant at which a task would be due later than another that should be due after
/// it: each half hour of a year, and each opening and closing. How far all searches may count is
/// bounded: a file of mad durations would take hours.
/// </summary>
internal sealed class FlipSearch(FollowUpPolicy policy, DateOnly today)
{
    // A second or so. Ordinary durations take 50000 to 100000 a pair.
    private const long MostDays = 8_000_000;

    /// <summary>
    /// How many days are looked at: a year has every weekday, every holiday and both changes of the
    /// clock.
    /// </summary>
    public const int Year = 370;

    private static readonly CompletedInteraction Interaction = new("interaction", "agent");
    private static readonly PostInteractionForm Form = new([]);

    private List<long>? _instants;
    private long _daysLeft = MostDays;

    /// <summary>
    /// Whether searches have counted as far as they may: what was not found was not looked for to
    /// the end.
    /// </summary>
    public bool IsExhausted => _daysLeft <= 0;

    public DateTimeOffset? Find(FollowUpDuration first, FollowUpDuration second)
    {
        foreach (var ticks in _instants ??= Instants())
        {
            if (IsExhausted)
            {
                break;
            }

            var at = new DateTimeOffset(ticks, TimeSpan.Zero);
            var (one, other) = (Due(first, at), Due(second, at));
            _daysLeft -= 1 + Days(first, one - at) + Days(second, other - at);
            if (one > other)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>When a task is due that is decided on at once.</summary>
    public DateTimeOffset Due(FollowUpDuration due, DateTimeOffset at) =>
        DueDate.Work(new PolicyInput(Interaction, at, Form), due, policy.MinimumLeadTime, policy.Calendar, at).At;

    private int Days(FollowUpDuration due, TimeSpan counted) =>
        due.IsBusiness || policy.MinimumLeadTime.IsBusiness ? Math.Min(counted.Days, BusinessTime.Horizon) : 0;

    private List<long> Instants()
    {
        var start = today.ToDateTime(TimeOnly.MinValue).Ticks;
        var end = Math.Min(start + (Year * TimeSpan.TicksPerDay), ZoneClock.LastTick);
        SortedSet<long> instants = [];
        for (var at = start; at < end; at += TimeSpan.TicksPerHour / 2)
        {
            instants.Add(at);
        }

        instants.UnionWith(policy.Calendar!.Time.OpeningsAndClosings(start, end));
        return [.. instants];
    }
}
