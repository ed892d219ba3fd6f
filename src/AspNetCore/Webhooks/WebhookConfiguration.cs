using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>Binds the webhook settings from the configuration.</summary>
internal sealed class WebhookConfiguration(IConfiguration configuration) : IConfigureOptions<WebhookOptions>
{
    public const string SecretAlias = "CXONE_WEBHOOK_SECRET";

    public static readonly IReadOnlyList<SettingName> Settings =
        SettingName.AllOf(WebhookOptions.Section, typeof(WebhookOptions));

    public void Configure(WebhookOptions options)
    {
        var section = configuration.GetSection(WebhookOptions.Section);

        // Binding appends to an existing list, so a configured list could not leave the default
        // out.
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
