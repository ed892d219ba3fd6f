using System.Globalization;
using CxoneAssist.Compare.Processes;

namespace CxoneAssist.Compare.Simulator;

/// <summary>The simulator as those who measure see it.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    public const string CountQuestion = "count";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(5);

    private readonly Child _child;

    private SimulatorProcess(Child child, Uri address) => (_child, Address) = (child, address);

    public Uri Address { get; }

    public static async Task<SimulatorProcess> StartAsync(TimeSpan latency, CancellationToken cancellationToken)
    {
        var milliseconds = latency.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
        string[] arguments = [typeof(SimulatorProcess).Assembly.Location, SimulatorCommand.Name, milliseconds];
        var child = Child.Start("dotnet", arguments, Path.GetTempPath()).ErrorsListened();
        try
        {
            var address = await child.Output.ReadLineAsync(cancellationToken);
            return address is not null
                ? new SimulatorProcess(child, new Uri(address))
                : throw new InvalidOperationException($"The simulator does not start:\n{child.Tail()}");
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many notifications have come so far.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        int.Parse(await AskAsync(CountQuestion, cancellationToken), CultureInfo.InvariantCulture);

    /// <summary>When each interaction's notification came.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> TimesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, DateTimeOffset> times = [];
        foreach (var pair in (await AskAsync("times", cancellationToken)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.LastIndexOf('=');
            times[pair[..at]] = new DateTimeOffset(long.Parse(pair.AsSpan(at + 1), CultureInfo.InvariantCulture), TimeSpan.Zero);
        }

        return times;
    }

    /// <summary>Waits until so many notifications have come, or none comes any more, or the time is over.</summary>
    /// <returns>How many have come.</returns>
    public async Task<int> WaitForAsync(int count, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var (began, moved, last) = (clock.GetTimestamp(), clock.GetTimestamp(), -1);
        while (true)
        {
            var now = await CountAsync(cancellationToken);
            moved = now == last ? moved : clock.GetTimestamp();
            last = now;
            if (now >= count || clock.GetElapsedTime(moved) > Standstill || clock.GetElapsedTime(began) > atMost)
            {
                return now;
            }

            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _child.DisposeAsync();

    private async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        await _child.Input.WriteLineAsync(question.AsMemory(), cancellationToken);
        await _child.Input.FlushAsync(cancellationToken);
        return await _child.Output.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException($"The simulator ended:\n{_child.Tail()}");
    }
}
