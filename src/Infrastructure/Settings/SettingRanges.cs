using System.Collections;
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
            var value = property.GetValue(options);
            if (SettingRange.Of(property) is { } range)
            {
                if (!range.IsValid(value))
                {
                    yield return $"{section}:{property.Name} must be {SettingRange.InWords(range)}.";
                }
            }
            else if (value is not (null or string or IEnumerable) && value.GetType().IsClass)
            {
                foreach (var fault in Faults($"{section}:{property.Name}", value))
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
    public static RangeAttribute? Of(PropertyInfo property)
    {
        var range = property.GetCustomAttribute<RangeAttribute>();
        if (range is not null)
        {
            (range.ParseLimitsInInvariantCulture, range.ConvertValueInInvariantCulture) = (true, true);
        }

        return range;
    }

    /// <summary>A range as settings write their values: <c>from 00:00:01 to 01:00:00</c>.</summary>
    /// <param name="range">A range that a value was checked against: that reads its limits from their texts.</param>
    public static string InWords(RangeAttribute range) => range.MinimumIsExclusive
        ? string.Create(CultureInfo.InvariantCulture, $"above {range.Minimum} and at most {range.Maximum}")
        : string.Create(CultureInfo.InvariantCulture, $"from {range.Minimum} to {range.Maximum}");
}
