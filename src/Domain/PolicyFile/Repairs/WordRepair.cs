namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>Words that JSON writes in another way: <c>True</c>, <c>None</c>, a name without quotation marks.</summary>
internal static class WordRepair
{
    private const int LongestShown = 40;

    private static readonly string[] Known = ["true", "false", "null"];
    private static readonly string[] Null = ["none", "nil", "undefined"];

    /// <summary>The problem with its remedy; <c>null</c> where no word stands there.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where the word begins.</param>
    public static string? Find(string line, int start)
    {
        var end = start;
        while (end < line.Length && IsOfWord(line[end]))
        {
            end++;
        }

        var word = line[start..end];
        return word.Length == 0 || !word.Any(char.IsLetter) ? null : Find(word, line.AsSpan(end).TrimStart());
    }

    private static string Find(string word, ReadOnlySpan<char> rest)
    {
        if (Known.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            return $"JSON writes this word in small letters. Write {word.ToLowerInvariant()}.";
        }

        if (Null.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            return "JSON has another word for no value. Write null.";
        }

        var isWhole = word.Length <= LongestShown && (rest.IsEmpty || rest[0] is ',' or ':' or '}' or ']' or '/');
        return "A name or a text has no quotation marks. "
            + (isWhole ? $"Write \"{ScoreText.Quote(word)}\"." : "Write \" before it and after it.");
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '$';
}
