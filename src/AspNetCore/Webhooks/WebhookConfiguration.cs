using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>Reads the settings out of the configuration.</summary>
internal sealed class WebhookConfiguration(IConfiguration configuration) : IConfigureOptions<WebhookOptions>
{
    public const string SecretAlias = "CXONE_WEBHOOK_SECRET";

    public static readonly IReadOnlyList<SettingName> Settings = SettingName.AllOf(WebhookOptions.Section, typeof(WebhookOptions));

    public void Configure(WebhookOptions options)
    {
        var section = configuration.GetSection(WebhookOptions.Section);

        // Binding adds to a list that is there already, and a default that cannot be left out is not a default.
        if (section.GetSection(nameof(WebhookOptions.AcceptedEventTypes)).Exists())
        {
            options.AcceptedEventTypes = [];
        }

        new BoundSettings<WebhookOptions>(section).Configure(options);
        var secrets = section.GetSection(nameof(WebhookOptions.Secrets));
        if (!secrets.GetChildren().Any() && (secrets.Value ?? configuration[SecretAlias]) is { } spaced)
        {
            options.Secrets = spaced.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
