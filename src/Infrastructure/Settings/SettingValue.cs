using System.ComponentModel;
using System.Globalization;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>Whether a text is a value of a setting's type, in words instead of .NET's type names.</summary>
internal static class SettingValue
{
    private const string BlankIsNoDefault = "A blank one is refused: leave the setting out where the default is meant";

    /// <summary>What is wrong with a text, and what to write, without the text; <c>null</c> where it is a value.</summary>
    public static string? Fault(SettingName name, string text)
    {
        if (name.IsDuration)
        {
            return SettingDuration.TryParse(text, out _) ? null : SettingDuration.Fault(name.Key, text, name.Range);
        }

        return name.Value.IsValueType && !IsValue(name.Value, text) ? $"{name.Key} must be {Wanted(name, text)}." : null;
    }

    private static string Wanted(SettingName name, string text)
    {
        var range = name.Range is { } known ? " " + SettingRange.InWords(known) : "";
        return name.Value.IsEnum ? OneOf(Enum.GetNames(name.Value)) + (string.IsNullOrWhiteSpace(text) ? $". {BlankIsNoDefault}" : "")
            : name.Value == typeof(bool) ? "true or false"
            : name.Value == typeof(double) || name.Value == typeof(decimal) ? $"a number{range}, with a decimal point: 1.5"
            : $"a whole number{range}";
    }

    private static string OneOf(string[] names) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";

    // As the binder converts it.
    private static bool IsValue(Type type, string text)
    {
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, text) is not null;
        }
#pragma warning disable CA1031 // Converters wrap what they throw in whatever they like.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}
