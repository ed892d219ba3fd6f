namespace CxoneAssist.Infrastructure.Settings;

/// <summary>The names of all parts of the product that are there.</summary>
internal sealed class AllSettingNames(IEnumerable<SettingsSource> sources)
{
    /// <summary>The names that are read from a configuration.</summary>
    public SettingNames Read { get; } = new(sources);

    /// <summary>The names that the service states in code.</summary>
    public SettingNames InCode { get; } = new(sources.SelectMany(source => source.InCode));

    /// <summary>Both.</summary>
    public SettingNames Known { get; } = new(sources.SelectMany(source => source.Names.Concat(source.InCode)));
}
