using System.CommandLine;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Web.Startup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Host.Cli.Checking;

/// <summary>
/// The command <c>check</c>: checks a tenant before it goes live, with the host's own settings and
/// calls. It creates nothing.
/// </summary>
internal sealed class CheckCommand
{
    private readonly Option<string[]> _settings = HostSettings.Option();

    private readonly Option<string?> _interaction = new("--interaction")
    {
        Description = "An interaction with a form, to check that forms can be read.",
        HelpName = "ID",
    };

    private CheckCommand() => _interaction.Validators.Add(result =>
    {
        if (!Identifier.IsValid(result.GetValueOrDefault<string?>()))
        {
            result.AddError("--interaction is not a valid interaction id: 1 to 128 letters, digits or . _ ~ : @ + = "
                + "-, the first a letter or digit.");
        }
    });

    public static Command Create(CommandContext context)
    {
        var self = new CheckCommand();
        var command = new ToolCommand(
            "check", "Checks a tenant before it goes live: settings, token, scopes, forms, look-ups. Creates nothing.", """
            cxone-assist check
            cxone-assist check --interaction 7e9ae164-6a8b-4521-a2d4-58f7c9fff13f
            cxone-assist check --set CXONE_ORG=acme --set CXONE_SECRETS_DIR=/run/secrets --json
            """).With(self._interaction, self._settings);
        command.SetHandler(context, (parsed, cancellationToken) => self.RunAsync(parsed, cancellationToken));
        return command;
    }

    private async Task<CommandResult> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Web.Startup.HostRunner.PollSettingsFiles();
        try
        {
            // The whole host is composed but never started: it opens no inbox and does not listen.
            await using var host = ServiceHost.Build(
                HostSettings.AsArguments(parsed.GetValue(_settings)), builder => builder.Logging.ClearProviders());
            var check = ActivatorUtilities.CreateInstance<TenantCheck>(host.Services);
            return new CheckOutput(await check.RunAsync(parsed.GetValue(_interaction), cancellationToken));
        }
        catch (Exception exception) when (Web.Startup.HostRunner.Explain(exception) is { } explanation)
        {
            var lines = explanation.Split('\n', StringSplitOptions.TrimEntries);
            return new CheckOutput([.. lines.Select(line => new Finding(
                TenantCheck.Settings, Verdict.Failed, "The host would not start.", line))]);
        }
    }
}
