using Microsoft.Extensions.Configuration;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>The settings that a part of the product reads, and the configuration it reads them from.</summary>
internal sealed record SettingsSource(IConfiguration Configuration, IReadOnlyList<SettingName> Names);

/// <summary>Holds nothing: what is asked for at the start to have all names in the configuration checked at once.</summary>
internal sealed class CheckedNames;
