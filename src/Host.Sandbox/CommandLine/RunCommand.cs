using System.CommandLine;
using System.CommandLine.Parsing;
using CxoneAssist.Host.Sandbox.Report;
using CxoneAssist.Host.Sandbox.Running;

namespace CxoneAssist.Host.Sandbox.CommandLine;

/// <summary>The command without a name: plays surveys to a real host.</summary>
internal sealed class RunCommand
{
    private const int DefaultInteractions = 500;
    private const int MostInteractions = 1_000_000;
    private const int DefaultSeed = 1;
    private const string OwnHost = "CxoneAssist.Host.Web.dll";

    private readonly Option<int> _interactions = new("--interactions")
    {
        Description = $"How many interactions to generate, 1 to {Words.Of(MostInteractions)}.",
        HelpName = "N",
        CustomParser = WholeNumber.Between("--interactions", 1, MostInteractions),
        DefaultValueFactory = _ => DefaultInteractions,
    };

    private readonly Option<string?> _surveys = new("--surveys")
    {
        Description = "Play these surveys instead: a CSV file with the columns interaction_id, agent, csat and, where known, channel.",
        HelpName = "FILE",
    };

    private readonly Option<string> _faults = new("--faults")
    {
        Description = "How much goes wrong in CXone.",
        HelpName = "none|mild|harsh",
        DefaultValueFactory = _ => FaultLevel.None.Name,
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "Decides the surveys, the repeated webhooks and the faults.",
        HelpName = "N",
        CustomParser = WholeNumber.Between("--seed", 0, int.MaxValue),
        DefaultValueFactory = _ => DefaultSeed,
    };

    private readonly Option<bool> _stay = new("--stay") { Description = "Keep everything running afterwards and say how to send a webhook by hand." };

    private readonly Option<string?> _host = new("--host") { Description = $"The host to start instead of {OwnHost}.", HelpName = "DLL" };

    public RunCommand(RootCommand root)
    {
        _faults.AcceptOnlyFromAmong([.. FaultLevel.All.Select(level => level.Name)]);
        foreach (var option in new Option[] { _interactions, _surveys, _faults, _seed, _stay, _host })
        {
            root.Options.Add(option);
        }

        _host.Validators.Add(CheckHost);
        root.Validators.Add(CheckSurveys);
        root.SetAction((parsed, cancellationToken) => new SandboxRun(Read(parsed), Terminal.Open(), TimeProvider.System).RunAsync(cancellationToken));
    }

    private static void CheckHost(OptionResult result)
    {
        if (!File.Exists(result.GetValueOrDefault<string>()))
        {
            result.AddError($"--host: there is no file {result.GetValueOrDefault<string>()}.");
        }
    }

    private void CheckSurveys(CommandResult result)
    {
        if (result.GetResult(_surveys) is not null && result.GetResult(_interactions) is { Implicit: false })
        {
            result.AddError("--surveys and --interactions exclude each other.");
        }
    }

    private RunOptions Read(ParseResult parsed) => new()
    {
        Interactions = parsed.GetValue(_interactions),
        SurveyFile = parsed.GetValue(_surveys),
        Faults = FaultLevel.All.First(level => level.Name == parsed.GetValue(_faults)),
        Seed = parsed.GetValue(_seed),
        Stay = parsed.GetValue(_stay),
        HostProgram = Path.GetFullPath(parsed.GetValue(_host) ?? Path.Combine(AppContext.BaseDirectory, OwnHost)),
    };
}
