using System.CommandLine;
using System.CommandLine.Parsing;
using CxoneAssist.Host.Web.Startup;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>Reads the host's settings from the host's own sources.</summary>
internal static class HostSettings
{
    /// <summary>
    /// Creates the option for settings on the command line. Each command has its own instance.
    /// </summary>
    public static Option<string[]> Option() => new("--set")
    {
        Description =
            "A setting of the host, overriding environment and files: --set CXONE_ORG=acme. May be given again.",
        HelpName = "NAME=VALUE",
        Validators = { Check },
    };

    /// <summary>The settings in the form of the host's command line.</summary>
    public static string[] AsArguments(string[]? settings) => [.. (settings ?? []).Select(setting => "--" + setting)];

    /// <summary>The whole configuration of the host.</summary>
    /// <exception cref="OptionsValidationException">
    /// It contains a name that the host would refuse.
    /// </exception>
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

    /// <summary>The same without a command line, whatever other names it contains.</summary>
    public static IConfiguration ReadUnchecked()
    {
        Web.Startup.HostRunner.PollSettingsFiles();
        var builder = WebApplication.CreateBuilder();
        builder.AddSettings();
        return builder.Configuration;
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
