using System.Globalization;

namespace CxoneAssist.Domain.Lint;

/// <summary>Business time that never ends, for the calendar opens on some dates only and those run out.</summary>
internal sealed class EndlessTime
{
    // As far as a calendar is counted, a hundred years.
    private const int MostHours = 36_525 * 24;

    private readonly Findings _findings;
    private readonly string _last;
    private readonly long _ticks;
    private readonly int _days;

    private EndlessTime(Findings findings, BusinessCalendar calendar)
    {
        var start = calendar.Clock.Earliest(findings.Today.ToDateTime(TimeOnly.MinValue).Ticks);
        _findings = findings;
        _last = calendar.Special.Last(date => date.Value.Count > 0 && !calendar.Holidays.Contains(date.Key))
            .Key.ToString("O", CultureInfo.InvariantCulture);
        _ticks = calendar.Time.Shares(start, MostHours).Sum(share => share.Ticks);
        _days = calendar.Time.OpenDaysAfter(calendar.Time.NextOpening(start).Day, int.MaxValue).Count();
    }

    /// <summary>Looks for it in a calendar that opens on no day of the week, but on a date to come.</summary>
    public static void Check(Findings findings, BusinessCalendar calendar) => new EndlessTime(findings, calendar).CheckAll();

    private void CheckAll()
    {
        _findings.Warn(
            "calendar-ends", ["calendar", "hours"],
            $"No day of the week opens: the calendar ends on {_last}, and business time that is not over by then never ends.",
            "Add opening hours for days of the week.");
        Check(_findings.Policy.Notice, ["notice"], "The notice never ends");
        foreach (var (tier, steps) in _findings.TierLists.SelectMany(tiers => tiers.All))
        {
            Check(tier.Due, [.. steps, "due"], $"Tier '{tier.Name}' is never due");
        }
    }

    private void Check(FollowUpDuration duration, object[] steps, string what)
    {
        if (duration.Unit switch
        {
            DurationUnit.BusinessHours => duration.Amount * TimeSpan.TicksPerHour > _ticks,
            DurationUnit.BusinessDays => duration.Amount > _days,
            _ => false,
        })
        {
            _findings.Error(
                "never-due", steps, $"{what}: the calendar ends on {_last}, less than {duration} from today on.",
                "Add opening hours for days of the week, or write elapsed time.");
        }
    }
}
