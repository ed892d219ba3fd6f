namespace CxoneAssist.Simulator.Record;

/// <summary>Wakes whoever waits for the ledger to change; costs next to nothing while nobody does.</summary>
internal sealed class LedgerPulse
{
    private TaskCompletionSource? _next;

    public void Beat()
    {
        // The full fence orders the change before this read: without it a waiter that came at the same time could miss it.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _next) is not null)
        {
            Interlocked.Exchange(ref _next, null)?.TrySetResult();
        }
    }

    public async Task WaitUntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            var beat = Next();
            if (condition())
            {
                return;
            }

            await beat.WaitAsync(cancellationToken);
        }
    }

    private Task Next()
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _next, mine, null) ?? mine).Task;
    }
}
