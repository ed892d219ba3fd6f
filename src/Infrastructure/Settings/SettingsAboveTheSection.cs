using CxoneAssist.Infrastructure.FollowUps;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>
/// Refuses settings at the root of a service that gave a section, where ignoring them would have it act, or decide by
/// another policy: an operator who sets the mode for a whole process expects every tenant in it to follow.
/// </summary>
internal sealed class SettingsAboveTheSection(IConfigurationSection given, IConfiguration root) : IValidateOptions<CheckedNames>
{
    private static readonly (string Name, string Key)[] Decisive =
    [
        (ModeSetting.Key, ModeSetting.Key),
        ("CxoneAssist:Policy:File", "CxoneAssist:Policy:File"),
        ("CxoneAssist:Policy:Shadow", "CxoneAssist:Policy:Shadow"),
        .. UnknownSettings.ShortNames.Select(name => (name.Key, name.Value)),
    ];

    public ValidateOptionsResult Validate(string? name, CheckedNames options)
    {
        // What says the same as the section's own setting is not ignored.
        var faults = Decisive
            .Where(one => root[one.Name] is { } text && !string.Equals(text, given[one.Key], StringComparison.OrdinalIgnoreCase))
            .Select(one => $"{one.Name} is set, but not read: AddCxoneAssist was given the section '{given.Path}'. "
                + $"Set {given.Path}:{one.Key} instead, or remove it.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
