using System.CommandLine;
using System.CommandLine.Parsing;
using CxoneAssist.Host.Web.Startup;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

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
    /// <exception cref="OptionsValidationException">It holds a name that the host would refuse.</exception>
    public static IConfiguration Read(string[]? settings)
    {
        Web.Startup.HostRunner.PollSettingsFiles();
        var builder = WebApplication.CreateBuilder(AsArguments(settings));
        builder.AddSettings();
        var faults = KnownNames.Faults(builder.Configuration).ToList();
        return faults.Count == 0
            ? builder.Configuration
            : throw new OptionsValidationException("", typeof(CheckedNames), faults);
    }

    private static void Check(OptionResult result)
    {
        foreach (var setting in result.Tokens.Select(token => token.Value))
        {
            // Not quoted where it has no name: it may be a secret.
            var end = setting.IndexOf('=', StringComparison.Ordinal);
            if ((end < 1 ? "--set takes NAME=VALUE." : Switches.Fault("", setting[..end])) is { } fault)
            {
                result.AddError(fault);
            }
        }
    }
}
