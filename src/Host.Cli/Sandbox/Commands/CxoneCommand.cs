using System.CommandLine;
using System.Globalization;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Sandbox.Report;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Commands;

/// <summary>
/// The command <c>cxone</c>: the simulator alone, for benchmarks and for hosts that are started
/// separately.
/// </summary>
internal sealed class CxoneCommand
{
    private const int DefaultPort = 9000;
    private const string DefaultScore = "2";

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port on 127.0.0.1; 0 takes any free one.",
        HelpName = "N",
        CustomParser = WholeNumber.Between("--port", 0, ushort.MaxValue),
        DefaultValueFactory = _ => DefaultPort,
    };

    private readonly Option<string> _score = new("--score")
    {
        Description = "The score of every interaction, except of ids that contain one: r1~s4~ has 4.",
        HelpName = "SCORE",
        DefaultValueFactory = _ => DefaultScore,
    };

    private readonly Option<TimeSpan> _latency = new("--latency")
    {
        Description = "How long every call takes: 200ms, 1.5s.",
        HelpName = "TIME",
        CustomParser = LatencyText.Parse,
    };

    private readonly Option<int?> _rate = new("--requests-per-second")
    {
        Description = "Calls above this rate are answered 429. Unlimited where it is not given.",
        HelpName = "N",
        CustomParser = argument => WholeNumber.Between("--requests-per-second", 1, 1_000_000)(argument),
    };

    private readonly Option<bool> _lenient = new("--lenient")
    {
        Description =
            "Accept calls without a token and bodies of another shape, for minimal clients that measure cost.",
    };

    private readonly CommandContext _context;

    private CxoneCommand(CommandContext context) => _context = context;

    public static Command Create(CommandContext context)
    {
        var self = new CxoneCommand(context);
        var command = new ToolCommand("cxone", "Runs the simulator of CXone alone until Ctrl-C, then shows the calls.", """
            cxone-assist sandbox cxone --port 9000 --latency 200ms
            """).With(self._port, self._score, self._latency, self._rate, self._lenient);
        command.SetHandler(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = _context.OpenOutput();
        await using var cxone = await StartAsync(parsed, cancellationToken);
        foreach (var line in TenantInstructions.Lines(cxone.BaseAddress))
        {
            terminal.WriteVerbatim(line);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, _context.Time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        new CallSummary(terminal).Show(cxone.Ledger);
        return ExitCode.Ok;
    }

    private async Task<CxoneSimulator> StartAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return await CxoneSimulator.StartAsync(
                new CxoneSimulatorOptions
                {
                    Port = parsed.GetValue(_port),
                    DefaultScore = parsed.GetValue(_score),
                    Latency = parsed.GetValue(_latency),
                    Faults = SimulatorFaults.None with { RequestsPerSecond = parsed.GetValue(_rate) },
                    Lenient = parsed.GetValue(_lenient),
                },
                cancellationToken);
        }
        catch (IOException taken)
        {
            throw new CommandFailure(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The simulator cannot listen on port {parsed.GetValue(_port)}: {taken.Message} Choose another one with --port, or 0 for any."));
        }
    }
}
