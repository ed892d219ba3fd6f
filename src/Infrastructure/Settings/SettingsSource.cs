using Microsoft.Extensions.Configuration;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>The settings that a part of the product reads, and the configuration it reads them from.</summary>
internal sealed record SettingsSource(IConfiguration Configuration, IReadOnlyList<SettingName> Names)
{
    /// <summary>Settings that the service states in code, so that no configuration is read for them.</summary>
    public IReadOnlyList<SettingName> InCode { get; init; } = [];
}

/// <summary>Empty options: validated at the start, they have all names in the configuration checked.</summary>
internal sealed class CheckedNames;
