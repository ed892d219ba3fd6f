using CxoneAssist.Domain.Calendar;

namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>
/// The zone that a misspelt name, a city alone or a name of Windows most likely means.
/// </summary>
internal static class ZoneRepair
{
    private const int MostSlips = 2;

    public static string? Find(string name)
    {
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var converted))
        {
            return converted;
        }

        var written = name.Replace(' ', '_');
        var names = TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(ZoneNames.IsOne)
            .Order(StringComparer.Ordinal).ToList();
        return names.Find(zone => zone.Equals(written, StringComparison.OrdinalIgnoreCase))
            ?? names.Find(zone => City(zone).Equals(written, StringComparison.OrdinalIgnoreCase))
            ?? Nearest(written, names);
    }

    // Names are long and alike: more slips than these lead to another city.
    private static string? Nearest(string name, List<string> names)
    {
        var best = names.Select(zone => (Zone: zone, Slips: EditDistance.Between(name, zone))).MinBy(one => one.Slips);
        return best.Zone is not null && best.Slips <= MostSlips ? best.Zone : null;
    }

    private static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..];
}
