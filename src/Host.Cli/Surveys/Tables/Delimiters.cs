namespace CxoneAssist.Host.Cli.Surveys.Tables;

/// <summary>
/// Finds out what separates the fields of a CSV file: a line <c>sep=;</c>, which Excel writes and reads, else what the
/// header line has most of outside quotation marks.
/// </summary>
internal static class Delimiters
{
    private const int MostLines = 10;
    private const string Comma = ",";
    private const string Declaration = "sep=";

    private static readonly string[] Known = [Comma, ";", "\t", "|"];

    /// <summary>What a first line such as <c>sep=;</c> declares; <c>null</c> where it is another line.</summary>
    public static string? Declared(string line)
    {
        // Programs that do not know it save it as a cell, in quotation marks or with separators after it.
        var text = line.TrimEnd('\r', '\n').Trim('"');
        return text.Length > Declaration.Length && text.StartsWith(Declaration, StringComparison.OrdinalIgnoreCase)
            ? text[Declaration.Length].ToString()
            : null;
    }

    /// <summary>What the header line has most of; below a title without any, what the next line has that has any.</summary>
    public static string Detect(PeekedText text)
    {
        var lines = Known.Any(delimiter => Count(text.PeekLine(), delimiter[0]) > 0) ? [text.PeekLine()] : text.PeekLines(MostLines);
        return lines.Select(line => Known.MaxBy(delimiter => Count(line, delimiter[0]))!)
            .Zip(lines).FirstOrDefault(one => Count(one.Second, one.First[0]) > 0).First ?? Comma;
    }

    /// <summary>A delimiter as messages show it and as the option takes it.</summary>
    public static string InWords(string delimiter) => delimiter.Replace("\t", "\\t", StringComparison.Ordinal);

    private static int Count(string header, char delimiter)
    {
        var (count, isQuoted) = (0, false);
        foreach (var letter in header)
        {
            isQuoted ^= letter == '"';
            count += letter == delimiter && !isQuoted ? 1 : 0;
        }

        return count;
    }
}
