using System.Globalization;
using System.Text.Json;

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>Writes a calendar, a member for each open day of the week.</summary>
internal sealed class CalendarWriter(Utf8JsonWriter json)
{
    public void Write(BusinessCalendar calendar)
    {
        json.WriteStartObject("calendar");
        json.WriteString("zone", calendar.Zone.Id);
        json.WriteStartObject("hours");
        foreach (var (day, name) in Weekdays.All)
        {
            if (calendar.Week.TryGetValue(day, out var hours) && hours.Count > 0)
            {
                Hours(name, hours);
            }
        }

        json.WriteEndObject();
        Holidays(calendar);
        Special(calendar);
        json.WriteEndObject();
    }

    private void Holidays(BusinessCalendar calendar)
    {
        if (calendar.Holidays.Count == 0)
        {
            return;
        }

        json.WriteStartArray("holidays");
        foreach (var date in calendar.Holidays.Order())
        {
            json.WriteStringValue(Date(date));
        }

        json.WriteEndArray();
    }

    private void Special(BusinessCalendar calendar)
    {
        // A date that is a holiday too is closed: its hours mean nothing.
        List<KeyValuePair<DateOnly, IReadOnlyList<OpeningHours>>> special =
            [.. calendar.Special.Where(one => !calendar.Holidays.Contains(one.Key)).OrderBy(one => one.Key)];
        if (special.Count == 0)
        {
            return;
        }

        json.WriteStartObject("special");
        foreach (var (date, hours) in special)
        {
            Hours(Date(date), hours);
        }

        json.WriteEndObject();
    }

    private void Hours(string name, IReadOnlyList<OpeningHours> hours)
    {
        json.WriteStartArray(name);
        foreach (var one in hours)
        {
            json.WriteStringValue(one.ToString());
        }

        json.WriteEndArray();
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
