namespace CxoneAssist.Domain.Lint;

/// <summary>
/// Opening hours through midnight that are longer than a night shift: most likely opening and closing are in the wrong
/// order.
/// </summary>
internal static class NightRules
{
    private const int Day = 24 * 60;
    private const int LongestShift = 12 * 60;

    public static void Check(Findings findings, BusinessCalendar calendar)
    {
        Check(findings, "hours", calendar.Week.Values);
        Check(findings, "special", calendar.Special.Values);
    }

    private static void Check(Findings findings, string member, IEnumerable<IReadOnlyList<OpeningHours>> days)
    {
        foreach (var hours in days.SelectMany(day => day).Where(IsLong).Distinct())
        {
            var (opens, closes) = (OpeningHours.TimeText(hours.OpensAtMinute), OpeningHours.TimeText(hours.ClosesAtMinute - Day));
            findings.Warn(
                "long-night", ["calendar", member],
                FormattableString.Invariant($"{hours} is open for {Length(hours) / 60m:0.##} hours, through the night to {closes} on the next day."),
                $"If the day is meant, write \"{closes}-{opens}\"; if the night is, write \"{opens}-24:00\", and \"00:00-{closes}\" on the next day.");
        }
    }

    private static bool IsLong(OpeningHours hours) => hours.IsOvernight && Length(hours) > LongestShift;

    private static int Length(OpeningHours hours) => hours.ClosesAtMinute - hours.OpensAtMinute;
}
