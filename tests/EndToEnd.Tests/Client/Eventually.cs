namespace CxoneAssist.EndToEnd.Tests.Client;

/// <summary>Bounded waits for a condition.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks until the answer satisfies the condition.</summary>
    public static async Task<T> SeeAsync<T>(Func<Task<T>> ask, Func<T, bool> condition, Func<T, string> show)
    {
        using var enough = new CancellationTokenSource(Patience);
        while (true)
        {
            var seen = await ask();
            if (condition(seen))
            {
                return seen;
            }

            if (enough.IsCancellationRequested)
            {
                throw new TimeoutException($"Not within {Patience.TotalSeconds} s. Last seen: {show(seen)}");
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>Waits until the ledger satisfies the condition.</summary>
    public static async Task WaitUntilAsync(this Simulator.SimulatorLedger ledger, Func<Simulator.SimulatorLedger, bool> condition, string what)
    {
        using var enough = new CancellationTokenSource(Patience);
        try
        {
            await ledger.WaitUntilAsync(condition, enough.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(
                $"Not within {Patience.TotalSeconds} s: {what}. There are {ledger.TaskCount} tasks and {ledger.NotificationCount} notifications.");
        }
    }
}
