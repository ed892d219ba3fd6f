using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>The short setting names, and the defaults that must not hang on a file being found.</summary>
internal static class Settings
{
    public const string OperatorKey = "CxoneAssist:Operators:Key";

    private const int DefaultPort = 3000;

    // Webhooks have a lower limit of their own; nothing that is sent here is larger.
    private const int LargestBody = 2 * 1024 * 1024;

    private static readonly (string Alias, string Key)[] Aliases =
    [
        ("CXONE_ORG", "CxoneAssist:Cxone:Org"),
        ("CXONE_BASE_URL", "CxoneAssist:Cxone:BaseUrl"),
        ("CXONE_CLIENT_ID", "CxoneAssist:Cxone:ClientId"),
        ("CXONE_CLIENT_SECRET", "CxoneAssist:Cxone:ClientSecret"),
        ("CXONE_OPERATOR_KEY", OperatorKey),
    ];

    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["ConnectionStrings:Inbox"] = "Data Source=data/inbox.db",
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        // At Error it logs a failed start, stack trace and all, which is said in one sentence already. What stops a running host is Critical.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
        ["Logging:LogLevel:System.Net.Http"] = "Warning",
        ["Logging:LogLevel:CxoneAssist.Host.Web.FollowUps"] = "Warning",
        ["Logging:LogLevel:Polly"] = "Error",
        ["Logging:Console:FormatterName"] = "json",
        ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = "true",
        ["Logging:Console:FormatterOptions:TimestampFormat"] = "yyyy-MM-ddTHH:mm:ss.fffZ",
    };

    /// <summary>Adds the defaults below, and what the short names say above, everything that is configured already.</summary>
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.Configuration.AddInMemoryCollection(FromAliases(builder.Configuration));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        if (ListenUrl(builder.Configuration) is { } url)
        {
            builder.WebHost.UseUrls(url);
        }
    }

    /// <summary>Throws when a setting is missing or wrong, naming all of them at once.</summary>
    public static WebApplication CheckSettings(this WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        return app;
    }

    private static List<KeyValuePair<string, string?>> FromAliases(ConfigurationManager configuration)
    {
        return [.. from alias in Aliases
                let value = configuration[alias.Alias]
                where !string.IsNullOrWhiteSpace(value) && string.IsNullOrEmpty(configuration[alias.Key])
                select KeyValuePair.Create(alias.Key, (string?)value.Trim())];
    }

    // PORT is what users of this job know; ASP.NET Core's own settings count where it is not given.
    private static string? ListenUrl(ConfigurationManager configuration)
    {
        var text = configuration["PORT"];
        if (string.IsNullOrWhiteSpace(text))
        {
            var configured = configuration["urls"] ?? configuration["http_ports"] ?? configuration["https_ports"];
            return configured is null && !configuration.GetSection("Kestrel:Endpoints").Exists() ? $"http://*:{DefaultPort}" : null;
        }

        return int.TryParse(text, System.Globalization.NumberStyles.None, null, out var port) && port <= ushort.MaxValue
            ? $"http://*:{port}"
            : throw new SettingException("PORT must be a whole number from 0 to 65535 (0: any free port).");
    }
}

/// <summary>A setting that the host cannot start with.</summary>
internal sealed class SettingException(string message) : Exception(message);
