namespace CxoneAssist.Domain.Calendar;

/// <summary>
/// What is an IANA name of a time zone. Systems keep more files next to the zones, and find them by
/// their paths: the machine's own zone, a zone for machines that have none yet, copies that count
/// leap seconds.
/// </summary>
internal static class ZoneNames
{
    private static readonly string[] Strangers = ["localtime", "posixrules", "factory", "posix", "right"];

    // Every release of the time-zone data has them.
    private static readonly string[] Everywhere = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Etc/GMT"];

    /// <summary>Why a name is no zone, and what to do.</summary>
    /// <param name="name">The name, as it may be shown.</param>
    /// <param name="meant">The zone that is most likely meant; <c>null</c> where none is near.</param>
    public static string Problem(string name, string? meant) => HasData
        ? $"The time zone '{name}' is not known. "
            + (meant is null
            ? "Write its IANA name, like \"Europe/Berlin\", \"America/New_York\" or \"UTC\"."
            : $"Did you mean \"{meant}\"?")
        : $"The time zone '{name}' cannot be read: this machine has no time-zone data. Install tzdata.";

    /// <summary>Whether this machine knows zones; without data it knows UTC alone.</summary>
    public static bool HasData => Array.Exists(Everywhere, name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _));

    public static bool IsOne(string name)
    {
        var parts = name.Split('/');
        return Array.TrueForAll(parts, IsPart) && !Strangers.Contains(parts[0], StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsPart(string part) =>
        part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '+');
}
