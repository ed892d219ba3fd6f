using System.Collections.Concurrent;

namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

/// <summary>
/// Runs everything asynchronous on the caller's thread, so that time can stand still until all that is due has been done, however busy
/// the machine is.
/// </summary>
internal sealed class OneThread : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _due = new();

    public override void Post(SendOrPostCallback d, object? state) => _due.Enqueue((d, state));

    /// <summary>Runs work to its end.</summary>
    /// <param name="work">What to run.</param>
    /// <param name="idle">What to do whenever nothing is due: let time pass.</param>
    public void Run(Func<Task> work, Action idle)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var all = work();
            RunDue();
            while (!all.IsCompleted)
            {
                idle();
                RunDue();
            }

            all.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void RunDue()
    {
        while (_due.TryDequeue(out var next))
        {
            next.Callback(next.State);
        }
    }
}
