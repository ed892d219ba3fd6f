using System.Collections;
using System.Reflection;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>The full name of a setting, such as <c>CxoneAssist:Inbox:Lease</c>, and the type of its value.</summary>
internal sealed record SettingName(string Key, Type Type)
{
    public bool IsList => Type != typeof(string) && Type.IsAssignableTo(typeof(IEnumerable));

    public bool IsOptional => Nullable.GetUnderlyingType(Type) is not null;

    public bool IsDuration => (Nullable.GetUnderlyingType(Type) ?? Type) == typeof(TimeSpan);

    /// <summary>The settings that bind to a type's properties, those of nested types included.</summary>
    public static IReadOnlyList<SettingName> AllOf(string section, Type options) =>
    [
        .. options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property => AllOf(section, property)),
    ];

    private static IReadOnlyList<SettingName> AllOf(string section, PropertyInfo property)
    {
        var name = new SettingName($"{section}:{property.Name}", property.PropertyType);
        return IsNested(name.Type) ? AllOf(name.Key, name.Type) : [name];
    }

    /// <summary>Whether settings stand below one of this type, instead of a value.</summary>
    public static bool IsNested(Type type) =>
        type.IsClass && type != typeof(string) && !type.IsAssignableTo(typeof(IEnumerable));
}
