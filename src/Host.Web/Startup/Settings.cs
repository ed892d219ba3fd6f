using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>The short names of settings, and the defaults that must not depend on a file.</summary>
internal static partial class Settings
{
    public const string OperatorKey = "CxoneAssist:Operators:Key";

    public const string Bind = "CxoneAssist:Bind";

    public static readonly IReadOnlyList<(string Alias, string Key)> Aliases =
    [
        ("CXONE_ORG", "CxoneAssist:Cxone:Org"),
        ("CXONE_BASE_URL", "CxoneAssist:Cxone:BaseUrl"),
        ("CXONE_CLIENT_ID", "CxoneAssist:Cxone:ClientId"),
        ("CXONE_CLIENT_SECRET", "CxoneAssist:Cxone:ClientSecret"),
        ("CXONE_POLICY_FILE", "CxoneAssist:Policy:File"),
        ("CXONE_POLICY_SHADOW", "CxoneAssist:Policy:Shadow"),
        ("CXONE_FOLLOW_UP_MODE", "CxoneAssist:FollowUp:Mode"),
        ("CXONE_OPERATOR_KEY", OperatorKey),
        ("CXONE_BIND", Bind),
        ("CXONE_HEALTH_PORT", KestrelEndpoints.HealthPortSetting),
        (StopTimeout.ShortName, StopTimeout.Setting),
    ];

    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["ConnectionStrings:Inbox"] = "Data Source=data/inbox.db",
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        // At Error it logs a failed start with a stack trace; HostRunner already reports it in one
        // sentence. Errors that stop a running host are Critical.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
        // It warns of each refused connection; ClosedConnections logs their number.
        ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.Connections"] = "Error",
        ["Logging:LogLevel:System.Net.Http"] = "Warning",
        ["Logging:LogLevel:CxoneAssist.Host.Web.Operators"] = "Warning",
        ["Logging:LogLevel:Polly"] = "Error",
    };

    /// <summary>
    /// Adds the defaults below all existing sources, and the short names above them.
    /// </summary>
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        KeyValuePair<string, string?>[] defaults = [.. Defaults, .. LogFormat.Defaults(builder.Configuration[LogFormat.Formatter], !Console.IsOutputRedirected)];
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
        builder.AddReadableJson();
        builder.Configuration.AddSecretFiles(builder.Environment.ContentRootPath);
        var shortNames = new ConfigurationAliases(builder.Configuration, Aliases);
        ((IConfigurationBuilder)builder.Configuration).Add(shortNames);
        shortNames.Watch();
        builder.Services.AddSingleton(SettingWords.WithShortNames(Aliases));
    }

    /// <summary>Makes the start fail where a setting has an unknown name.</summary>
    public static void AddNameCheck(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettingsSource(_ => new SettingsSource(builder.Configuration, KnownNames.OfHost));
        builder.Services.AddSingleton<IValidateOptions<CheckedNames>>(_ => new ForeignNames(builder.Configuration));
    }

    /// <summary>Throws when settings are missing or wrong; the message names all of them.</summary>
    public static WebApplication CheckSettings(this WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        if (ForeignNames.Ignored((IConfigurationRoot)app.Configuration) is { Count: > 0 } ignored)
        {
            Log.Ignored(app.Logger, string.Join(", ", ignored));
        }

        return app;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Ignored, since they are not settings of this program: {Names}. Check their names, or remove them.")]
        public static partial void Ignored(ILogger logger, string names);
    }
}

/// <summary>A setting that the host cannot start with.</summary>
internal sealed class SettingException(string message) : Exception(message);
