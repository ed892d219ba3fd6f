using System.CommandLine;
using System.Globalization;
using CxoneAssist.Simulator;

namespace CxoneAssist.Compare.Simulator;

/// <summary>The simulator in a process of its own. It tells what it was told when it is asked on its input, and ends with it.</summary>
internal static class SimulatorCommand
{
    public const string Name = "simulator";

    private static readonly Argument<int> Latency = new("latency");

    public static Command Command()
    {
        var command = new Command(Name, "The simulator of CXone.") { Hidden = true };
        command.Arguments.Add(Latency);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(Latency), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int latencyMilliseconds, CancellationToken cancellationToken)
    {
        await using var cxone = await CxoneSimulator.StartAsync(
            new CxoneSimulatorOptions { DefaultScore = "2", Latency = TimeSpan.FromMilliseconds(latencyMilliseconds), Lenient = true },
            cancellationToken);
        await Console.Out.WriteLineAsync(cxone.BaseAddress.ToString());
        while (await Console.In.ReadLineAsync(cancellationToken) is { } question)
        {
            await Console.Out.WriteLineAsync(question == SimulatorProcess.CountQuestion ? Count(cxone) : Times(cxone));
        }
    }

    private static string Count(CxoneSimulator cxone) => cxone.Ledger.NotificationCount.ToString(CultureInfo.InvariantCulture);

    private static string Times(CxoneSimulator cxone) => string.Join(
        ' ',
        cxone.Ledger.Notifications().Select(sent => string.Create(
            CultureInfo.InvariantCulture, $"{sent.Message!.TrimEnd('.')[(sent.Message!.LastIndexOf(' ') + 1)..]}={sent.SentAt.UtcTicks}")));
}
