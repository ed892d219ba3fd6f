namespace CxoneAssist.Domain.Calendar;

/// <summary>
/// What is an IANA name of a time zone. Systems keep more files next to the zones, and find them by
/// their paths: the machine's own zone, a zone for machines that have none yet, copies that count
/// leap seconds.
/// </summary>
internal static class ZoneNames
{
    private static readonly string[] Strangers = ["localtime", "posixrules", "factory", "posix", "right"];

    public static bool IsOne(string name)
    {
        var parts = name.Split('/');
        return Array.TrueForAll(parts, IsPart) && !Strangers.Contains(parts[0], StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsPart(string part) =>
        part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '+');
}
