using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>
/// Binds a section to its options, with durations as <see cref="SettingDuration"/> reads them: .NET's
/// own converter takes a bare number for days. A text that is no value of its type is left out here and
/// refused by the validation, in our words and together with what else is wrong.
/// </summary>
internal sealed class BoundSettings<TOptions>(IConfigurationSection section)
    : IConfigureOptions<TOptions>, IValidateOptions<TOptions>
    where TOptions : class
{
    public void Configure(TOptions options)
    {
        var values = section.AsEnumerable().ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in Single())
        {
            if (name.IsDuration)
            {
                values.Remove(name.Key);
                if (SettingDuration.TryParse(text ?? "", out var time))
                {
                    values[name.Key] = time.ToString("c");
                }
            }
            else if (text is not null && SettingValue.Fault(name, text) is not null)
            {
                values.Remove(name.Key);
            }
        }

        // A section has no value. A null that is no section comes from a file; the binder knows it.
        var set = values.Where(one => one.Value is not null || !values.Keys.Any(key => IsBelow(one.Key, key)));
        new ConfigurationBuilder().AddInMemoryCollection(set).Build().GetSection(section.Path).Bind(options);
    }

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var faults = Single().Where(one => one.Text is not null).Select(one => SettingValue.Fault(one.Name, one.Text!)).OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsBelow(string parent, string key) => key != parent && SettingNames.IsWithin(parent, key);

    private IEnumerable<(SettingName Name, string? Text)> Single() =>
        from name in SettingName.AllOf(section.Path, typeof(TOptions))
        where !name.IsList
        let text = section[name.Key[(section.Path.Length + 1)..]]
        select (name, name.IsOptional && string.IsNullOrWhiteSpace(text) ? null : text);
}
