using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>The full name of a setting, such as <c>CxoneAssist:Inbox:Lease</c>, and the type of its value.</summary>
internal sealed record SettingName(string Key, Type Type)
{
    /// <summary>The range of its value; <c>null</c> where it has none.</summary>
    public RangeAttribute? Range { get; init; }

    public bool IsList => Type != typeof(string) && Type.IsAssignableTo(typeof(IEnumerable));

    public bool IsOptional => Nullable.GetUnderlyingType(Type) is not null;

    public bool IsDuration => Value == typeof(TimeSpan);

    /// <summary>The type of its value, where it may be left out too.</summary>
    public Type Value => Nullable.GetUnderlyingType(Type) ?? Type;

    /// <summary>The settings that bind to a type's properties, those of nested types included.</summary>
    public static IReadOnlyList<SettingName> AllOf(string section, Type options) =>
    [
        .. options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property => AllOf(section, property)),
    ];

    private static IReadOnlyList<SettingName> AllOf(string section, PropertyInfo property)
    {
        var name = new SettingName($"{section}:{property.Name}", property.PropertyType) { Range = SettingRange.Find(property) };
        return IsNested(name.Type) ? AllOf(name.Key, name.Type) : [name];
    }

    /// <summary>Whether settings stand below one of this type, instead of a value.</summary>
    public static bool IsNested(Type type) =>
        type.IsClass && type != typeof(string) && !type.IsAssignableTo(typeof(IEnumerable));
}
