using static System.FormattableString;

namespace CxoneAssist.Domain.Reasons;

/// <summary>
/// Days as sentences give them, with what makes them other than their day of the week.
/// </summary>
internal sealed class DayNames(BusinessCalendar calendar)
{
    private const int Told = 3;

    public string Name(int day) => TimeText.Day(day) + (IsSpecial(day) ? " (special hours)" : "");

    public bool IsSpecial(int day) => calendar.Special.ContainsKey(DateOnly.FromDayNumber(day));

    /// <summary>
    /// Which days between two are closed. Days that are closed as every week are not worth a word.
    /// </summary>
    public IEnumerable<string> Closed(int after, int before)
    {
        List<string> closed = [];
        for (var day = Math.Max(0, after + 1); day < before; day++)
        {
            if (ClosedName(DateOnly.FromDayNumber(day)) is { } name)
            {
                closed.Add($"{TimeText.Day(day)} ({name})");
            }
        }

        return closed.Count == 0 ? [] : [$"Closed on {Few(closed)}."];
    }

    public string Special(IEnumerable<int> days)
    {
        List<string> special = [.. days.Distinct().Where(IsSpecial).Select(TimeText.Day)];
        return special.Count == 0 ? "" : $", with special hours on {Few(special)}";
    }

    private static string Few(List<string> names) =>
        string.Join(", ", names.Take(Told)) + (names.Count > Told ? Invariant($" and {names.Count - Told} more") : "");

    private string? ClosedName(DateOnly date) => calendar.Holidays.Contains(date) ? "holiday"
        : calendar.Special.TryGetValue(date, out var hours) && hours.Count == 0 ? "special date"
        : null;
}
