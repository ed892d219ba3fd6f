using System.CommandLine;
using System.Globalization;
using CxoneAssist.Host.Sandbox.Report;
using CxoneAssist.Host.Sandbox.Running;
using CxoneAssist.Sandbox;

namespace CxoneAssist.Host.Sandbox.CommandLine;

/// <summary>The command <c>cxone</c>: the look-alike alone, for benchmarks and for hosts started by hand.</summary>
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
        Description = "The score every customer gave, but for ids that name one: r1~s4~ answers 4.",
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
        Description = "Take calls without a token and bodies of another shape, for bare clients that measure cost.",
    };

    private CxoneCommand()
    {
    }

    public static Command Create()
    {
        var self = new CxoneCommand();
        var command = new Command("cxone", "Runs the CXone look-alike alone until Ctrl-C, then tells what was called.");
        foreach (var option in new Option[] { self._port, self._score, self._latency, self._rate, self._lenient })
        {
            command.Options.Add(option);
        }

        command.SetAction(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = Terminal.Open();
        await using var cxone = await StartAsync(parsed, cancellationToken);
        terminal.WriteVerbatim($"CXone look-alike listening on: {cxone.BaseAddress.GetLeftPart(UriPartial.Authority)}");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        new CallSummary(terminal).Show(cxone.Ledger);
        return 0;
    }

    private async Task<CxoneSandbox> StartAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return await CxoneSandbox.StartAsync(
                new CxoneSandboxOptions
                {
                    Port = parsed.GetValue(_port),
                    DefaultScore = parsed.GetValue(_score),
                    Latency = parsed.GetValue(_latency),
                    Faults = SandboxFaults.None with { RequestsPerSecond = parsed.GetValue(_rate) },
                    Lenient = parsed.GetValue(_lenient),
                },
                cancellationToken);
        }
        catch (IOException taken)
        {
            throw new RunFailure(string.Create(CultureInfo.InvariantCulture, $"The look-alike cannot listen on port {parsed.GetValue(_port)}: {taken.Message}"));
        }
    }
}
