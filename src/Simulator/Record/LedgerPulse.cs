namespace CxoneAssist.Simulator.Record;

/// <summary>Signals changes of the ledger to waiters; costs next to nothing without any.</summary>
internal sealed class LedgerPulse
{
    private TaskCompletionSource? _next;

    public void Beat()
    {
        // The full fence orders the change before this read; without it a concurrent waiter could
        // miss the change.
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
