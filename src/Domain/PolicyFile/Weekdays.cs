namespace CxoneAssist.Domain.PolicyFile;

/// <summary>
/// Days of the week as the format writes them: <c>mon</c>, <c>mon-thu</c>, <c>sat,sun</c>,
/// <c>mon-wed,fri</c>.
/// </summary>
internal static class Weekdays
{
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The days from Monday on with their names.</summary>
    public static IEnumerable<(DayOfWeek Day, string Name)> All => Names.Select((name, index) => (Day(index), name));

    /// <summary>
    /// The days; <c>null</c> where the text is not of that form, or a range runs backwards.
    /// </summary>
    public static List<DayOfWeek>? Parse(string text)
    {
        List<DayOfWeek> days = [];
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            var (first, last) = (Array.IndexOf(Names, ends[0].Trim()), Array.IndexOf(Names, ends[^1].Trim()));
            if (ends.Length > 2 || first < 0 || last < first || (ends.Length == 2 && last == first))
            {
                return null;
            }

            days.AddRange(Enumerable.Range(first, last - first + 1).Select(Day));
        }

        return days;
    }

    private static DayOfWeek Day(int index) => (DayOfWeek)((index + 1) % Names.Length);
}
