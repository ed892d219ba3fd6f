using System.CommandLine;
using System.CommandLine.Parsing;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Sandbox.Running;
using CxoneAssist.Host.Cli.Sandbox.Service;
using Microsoft.Extensions.Configuration;

namespace CxoneAssist.Host.Cli.Sandbox.Commands;

/// <summary>
/// The command <c>sandbox</c>, or <c>sandbox run</c>: sends surveys to a real service.
/// </summary>
internal sealed class RunCommand
{
    private const int DefaultInteractions = 500;
    private const int MostInteractions = 1_000_000;
    private const int DefaultSeed = 1;

    // Longer than a service may take to stop.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(30);

    private readonly Option<int> _interactions = new("--interactions")
    {
        Description = $"How many interactions to generate, 1 to {Format.Number(MostInteractions)}.",
        HelpName = "N",
        CustomParser = WholeNumber.Between("--interactions", 1, MostInteractions),
        DefaultValueFactory = _ => DefaultInteractions,
    };

    private readonly Option<string?> _policy = new("--policy")
    {
        Description = "The policy that decides, and that the results are compared with. Default the file that CXONE_POLICY_FILE "
            + "names, else the built-in policy.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _surveys = new("--surveys")
    {
        Description = "Play these surveys instead: CSV with a header line or an Excel workbook (.xlsx), with the columns interaction_id, "
            + "agent and csat, or the policy's field; where known, channel, customer_id, skill, queue, language and other answers of the policy.",
        HelpName = "FILE",
    };

    private readonly Option<string> _faults = new("--faults")
    {
        Description = "How many faults CXone has.",
        HelpName = "none|mild|harsh",
        DefaultValueFactory = _ => FaultLevel.None.Name,
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "The seed of the surveys, the repeated webhooks and the faults.",
        HelpName = "N",
        CustomParser = WholeNumber.Between("--seed", 0, int.MaxValue),
        DefaultValueFactory = _ => DefaultSeed,
    };

    private readonly Option<bool> _stay =
        new("--stay") { Description = "Keep everything running afterwards and show how to send a webhook by hand." };

    private readonly Option<string?> _service = new("--service")
    {
        Description = "The service to start instead of cxone-assist serve.",
        HelpName = "DLL",
    };

    private readonly CommandContext _context;

    public RunCommand(CommandContext context)
    {
        _context = context;
        _faults.AcceptOnlyFromAmong([.. FaultLevel.All.Select(level => level.Name)]);
        _service.Validators.Add(CheckService);
    }

    /// <summary>Creates the command under one of its names.</summary>
    public ToolCommand Create(string name, string description, string examples)
    {
        var command = new ToolCommand(name, description, examples) { StopTime = StopTime }
            .With(_policy, _interactions, _surveys, _faults, _seed, _stay, _service);
        command.Validators.Add(CheckSurveys);
        command.SetHandler((parsed, cancellationToken) =>
            new SandboxRun(Read(parsed), _context.OpenOutput(), _context.Time).RunAsync(cancellationToken));
        return command;
    }

    private static void CheckService(OptionResult result)
    {
        if (!File.Exists(result.GetValueOrDefault<string>()))
        {
            result.AddError($"--service: there is no file {result.GetValueOrDefault<string>()}.");
        }
    }

    private void CheckSurveys(System.CommandLine.Parsing.CommandResult result)
    {
        if (result.GetResult(_surveys) is not null && result.GetResult(_interactions) is { Implicit: false })
        {
            result.AddError("--surveys and --interactions exclude each other.");
        }
    }

    private RunOptions Read(ParseResult parsed)
    {
        var settings = new Lazy<IConfiguration>(HostSettings.ReadUnchecked);
        return Read(parsed, name => settings.Value[name]);
    }

    private RunOptions Read(ParseResult parsed, Func<string, string?> settings) => new()
    {
        Interactions = parsed.GetValue(_interactions),
        SurveyFile = parsed.GetValue(_surveys),
        PolicyFile = parsed.GetValue(_policy),
        Settings = settings,
        Faults = FaultLevel.All.First(level => level.Name == parsed.GetValue(_faults)),
        Seed = parsed.GetValue(_seed),
        Stay = parsed.GetValue(_stay),
        Service = parsed.GetValue(_service) is { } assembly
            ? ServiceProgram.FromAssembly(assembly)
            : ServiceProgram.Own,
    };
}
