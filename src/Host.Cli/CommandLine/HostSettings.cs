using System.CommandLine;
using System.CommandLine.Parsing;
using CxoneAssist.Host.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>The host's own settings, read as the host reads them.</summary>
internal static class HostSettings
{
    /// <summary>Makes the option that gives settings on the command line. Each command has one of its own.</summary>
    public static Option<string[]> Option() => new("--set")
    {
        Description = "A setting of the host, above its environment and files: --set CXONE_ORG=acme. May be given again.",
        HelpName = "NAME=VALUE",
        Validators = { Check },
    };

    /// <summary>The settings as the host's command line takes them.</summary>
    public static string[] AsArguments(string[]? settings) => [.. (settings ?? []).Select(setting => "--" + setting)];

    /// <summary>Everything the host would read.</summary>
    public static IConfiguration Read(string[]? settings)
    {
        Web.Startup.CommandLine.PollSettingsFiles();
        var builder = WebApplication.CreateBuilder(AsArguments(settings));
        builder.AddSettings();
        return builder.Configuration;
    }

    private static void Check(OptionResult result)
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1) is not null)
        {
            // Not quoted: it may be a secret.
            result.AddError("--set takes NAME=VALUE.");
        }
    }
}
