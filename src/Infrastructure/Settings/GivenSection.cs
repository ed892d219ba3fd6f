using Microsoft.Extensions.Configuration;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>The section that a service gives instead of its whole configuration.</summary>
internal static class GivenSection
{
    /// <summary>
    /// Refuses the section <c>CxoneAssist</c>, or one in it: settings are named from the root, so none would be found.
    /// </summary>
    /// <exception cref="ArgumentException">It is such a section.</exception>
    public static void ThrowIfOurs(IConfiguration configuration, string method)
    {
        const string Ours = UnknownSettings.Root;
        if (configuration is IConfigurationSection section
            && section.Path.Split(':').Contains(Ours, StringComparer.OrdinalIgnoreCase)
            && !section.GetSection(Ours).Exists())
        {
            throw new ArgumentException(
                $"{method} was given the section '{section.Path}', and would look for {section.Path}:{Ours}:… in it. "
                + $"Give it the configuration above the section: {method}(builder.Configuration).",
                nameof(configuration));
        }
    }
}
