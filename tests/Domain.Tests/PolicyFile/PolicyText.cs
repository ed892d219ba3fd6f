using System.Collections;
using System.Globalization;

namespace CxoneAssist.Domain.Tests.PolicyFile;

/// <summary>
/// Everything in a policy as text, from its public properties: the writer is under test and cannot
/// be used for it.
/// </summary>
internal static class PolicyText
{
    public static string Of(object? value) => value switch
    {
        null => "-",
        string text => $"'{text}'",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        TimeZoneInfo zone => zone.Id,
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        Enum or bool or int or FollowUpDuration or OpeningHours or DayOfWeek => $"{value}",
        IReadOnlyDictionary<string, decimal> labels =>
            string.Join(",", labels.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => Of(one.Key) + Of(one.Value))),
        IEnumerable items => "[" + string.Join(",", items.Cast<object>().Select(Of)) + "]",
        _ when value.GetType() is { IsGenericType: true } pair =>
            Of(pair.GetProperty("Key")!.GetValue(value)) + "=" + Of(pair.GetProperty("Value")!.GetValue(value)),
        _ => value.GetType().Name + "(" + string.Join(",", value.GetType().GetProperties()
            .Where(property => property.Name is not ("Hash" or "ShortHash" or "Default" or "None" or "EqualityContract"))
            .Select(property => property.Name + ":" + Of(property.GetValue(value)))) + ")",
    };
}
