using System.Globalization;
using CxoneAssist.Domain.PolicyFile.Json;
using CxoneAssist.Domain.Written;

namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>
/// Opening hours in the format's own form: <c>9:00 - 17:30</c>, <c>9-17</c>, <c>9 am to 5 pm</c>, <c>0900-1700</c>.
/// </summary>
internal static class HoursRepair
{
    private const string Midnight = "24:00";
    private const int Noon = 12 * 60;

    public static string? Find(string text)
    {
        var parts = Dashes.Split(text);
        if (parts.Length != 2 || Time(parts[0], parts[1]) is not { } opens || Time(parts[1], parts[0]) is not { } closes)
        {
            return null;
        }

        var hours = $"{opens}-{closes}";
        return OpeningHours.TryParse(hours, out var read) && !IsTwelveHourClock(read, text) ? hours : null;
    }

    /// <summary>The same for an object such as <c>{ "from": "9:00", "to": "17:00" }</c>.</summary>
    public static string? Find(JsonNodeAt node) =>
        Text(node, "from", "open", "opens", "start") is { } opens && Text(node, "to", "until", "close", "closes", "end") is { } closes
            ? Find($"{opens}-{closes}")
            : null;

    // 9-5 closes in the afternoon, and 09:00-05:00 would be open for 20 hours.
    private static bool IsTwelveHourClock(OpeningHours hours, string text) =>
        hours.IsOvernight && hours.OpensAtMinute < Noon && !text.Any(char.IsAsciiLetter);

    private static string? Text(JsonNodeAt node, params string[] names) =>
        node.Members.Find(member => names.Contains(member.Name)) is { Value.Text: { Length: > 0 } text } ? text : null;

    private static string? Time(string text, string other)
    {
        text = text.Trim();
        if (text.Length == 4 && text.All(char.IsAsciiDigit))
        {
            text = text.Insert(2, ":");
        }

        // In 9-5 pm the first hour has no half of the day of its own, so nothing is proposed.
        if (text.All(char.IsAsciiDigit) && !other.Any(char.IsAsciiLetter))
        {
            text += ":00";
        }

        if (text == Midnight)
        {
            return text;
        }

        var scan = new TextScanner(text);
        return WrittenClock.TryRead(ref scan, out var clock) && scan.IsAtEnd
            ? clock.ToString("hh\\:mm", CultureInfo.InvariantCulture)
            : null;
    }
}
