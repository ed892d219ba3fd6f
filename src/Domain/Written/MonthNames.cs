namespace CxoneAssist.Domain.Written;

/// <summary>The English names of months and days of the week, whole or from three letters on.</summary>
internal static class MonthNames
{
    private const int Shortest = 3;

    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ];

    private static readonly string[] Days =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The number of a month; 0 where the word is none.</summary>
    public static int Month(ReadOnlySpan<char> word) => Find(Months, word);

    public static bool IsDay(ReadOnlySpan<char> word) => Find(Days, word) > 0;

    private static int Find(string[] names, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < names.Length && word.Length >= Shortest; i++)
        {
            if (names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }

        return 0;
    }
}
