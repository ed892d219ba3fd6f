namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>
/// Days of the week in the format's own form: <c>Mon-Fri</c>, <c>Monday to Friday</c>, <c>Sat &amp; Sun</c>,
/// <c>weekdays</c>; <c>fri-mon</c>, which runs over the end of a week, is <c>fri-sun,mon</c>.
/// </summary>
internal static class DaysRepair
{
    private const int LettersOfDay = 3;

    private static readonly string[] Names = [.. Weekdays.All.Select(day => day.Name)];

    private static readonly Dictionary<string, string> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        ["weekdays"] = "mon-fri",
        ["workdays"] = "mon-fri",
        ["weekend"] = "sat,sun",
        ["daily"] = "mon-sun",
        ["every day"] = "mon-sun",
    };

    private static readonly string[] Separators = [",", ";", "&", "+", "/", " and "];

    public static string? Find(string text)
    {
        var parts = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Part).ToList();
        var days = string.Join(',', parts);
        return parts.Count > 0 && !parts.Contains(null) && Weekdays.Parse(days) is { } read && read.Distinct().Count() == read.Count
            ? days
            : null;
    }

    private static string? Part(string text)
    {
        if (Groups.TryGetValue(text, out var group))
        {
            return group;
        }

        int[] ends = [.. Dashes.Split(text).Select(Day)];
        return ends switch
        {
            [>= 0 and var day] => Names[day],
            [>= 0 and var first, >= 0 and var last] when first < last => $"{Names[first]}-{Names[last]}",
            [>= 0 and var first, >= 0 and var last] when first > last => $"{Range(first, Names.Length - 1)},{Range(0, last)}",
            _ => null,
        };
    }

    private static string Range(int first, int last) => first == last ? Names[first] : $"{Names[first]}-{Names[last]}";

    // From the letters that the format writes up to the whole name.
    private static int Day(string text)
    {
        var word = text.TrimEnd('.');
        return word.Length < LettersOfDay ? -1 : Array.FindIndex(
            Enum.GetNames<DayOfWeek>(), name => name.StartsWith(word.TrimEnd('s'), StringComparison.OrdinalIgnoreCase)
                || name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) switch
        {
            < 0 => -1,
            var sundayFirst => (sundayFirst + Names.Length - 1) % Names.Length,
        };
    }
}
