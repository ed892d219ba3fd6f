using System.Security.Cryptography;
using CxoneAssist.Host.Cli.Sandbox.Webhooks;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>
/// The host's settings for one run: secrets of this run alone, and an address that only this
/// machine can reach.
/// </summary>
internal sealed class ServiceSettings
{
    public SigningSecret WebhookSecret { get; } = SigningSecret.Fresh();

    public string OperatorKey { get; } = Random();

    public string ClientId { get; } = "sandbox";

    public string ClientSecret { get; } = Random();

    /// <summary>The settings as environment variables.</summary>
    public Dictionary<string, string> ToEnvironment(Uri cxone, string inboxFolder, FaultLevel faults, string? policyFile)
    {
        var environment = new Dictionary<string, string>(faults.ServiceSettings)
        {
            ["CxoneAssist__Cxone__BaseUrl"] = cxone.GetLeftPart(UriPartial.Authority),
            ["CxoneAssist__Cxone__ClientId"] = ClientId,
            ["CxoneAssist__Cxone__ClientSecret"] = ClientSecret,
            ["CxoneAssist__Webhook__Secrets__0"] = WebhookSecret.Text,
            // Under its short name: a service that embeds the packages has no operators' endpoints and
            // refuses the full one.
            ["CXONE_OPERATOR_KEY"] = OperatorKey,
            ["ConnectionStrings__Inbox"] = $"Data Source={Path.Combine(inboxFolder, "inbox.db")}",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        };
        if (policyFile is not null)
        {
            // Under its full name: a service that embeds the packages refuses the short one.
            environment["CxoneAssist__Policy__File"] = policyFile;
        }

        return environment;
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
