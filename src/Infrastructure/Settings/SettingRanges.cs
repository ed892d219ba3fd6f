using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>
/// Holds options against the ranges that their properties declare (<see cref="RangeAttribute"/>), which are the one place
/// where a range is stated: the messages and docs/configuration.md come from it.
/// </summary>
internal sealed class SettingRanges<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var faults = Faults(section, options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(string section, object options)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var key = $"{section}:{property.Name}";
            if (SettingRange.Find(property) is { } range)
            {
                if (!range.IsValid(property.GetValue(options)))
                {
                    yield return $"{key} must be {SettingRange.InWords(range)}.";
                }
            }
            else if (SettingName.IsNested(property.PropertyType) && property.GetValue(options) is { } nested)
            {
                foreach (var fault in Faults(key, nested))
                {
                    yield return fault;
                }
            }
        }
    }
}

internal static class SettingRange
{
    /// <summary>The range of a property; <c>null</c> where it has none.</summary>
    public static RangeAttribute? Find(PropertyInfo property)
    {
        var range = property.GetCustomAttribute<RangeAttribute>();
        if (range is not null)
        {
            (range.ParseLimitsInInvariantCulture, range.ConvertValueInInvariantCulture) = (true, true);
        }

        return range;
    }

    /// <summary>A range as settings write their values: <c>from 00:00:01 to 01:00:00</c>.</summary>
    public static string InWords(RangeAttribute range)
    {
        // A check reads the limits from their texts.
        range.IsValid(null);
        return range.MinimumIsExclusive
            ? string.Create(CultureInfo.InvariantCulture, $"above {range.Minimum} and at most {range.Maximum}")
            : string.Create(CultureInfo.InvariantCulture, $"from {range.Minimum} to {range.Maximum}");
    }
}
