using System.Threading.Channels;
using CxoneAssist.Host.Cli.Surveys;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>
/// Runs surveys through one or two policies. One thread reads, and one thread per policy decides. A
/// policy's suppression depends on the order of the file, so one policy's surveys are never decided
/// in parallel.
/// </summary>
internal sealed class BacktestRun(PolicyRun policy, PolicyRun? against)
{
    private const int Batches = 4;

    // By itself the collector lets short-lived objects grow with the processor's cache: on a large server to several
    // times what a backtest holds. To collect them early costs a millisecond each time.
    private const int BatchesPerCollection = 8;

    public Moves Moves { get; } = new();

    /// <summary>Runs all surveys.</summary>
    /// <param name="surveys">The surveys.</param>
    /// <param name="tell">Called from time to time with the number of decided surveys.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(ISurveys surveys, Action<long> tell, CancellationToken cancellationToken)
    {
        var free = Channel.CreateBounded<Batch>(Batches);
        var full = Channel.CreateBounded<Batch>(Batches);
        for (var i = 0; i < Batches; i++)
        {
            free.Writer.TryWrite(new Batch());
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => ReadAsync(surveys, free.Reader, full.Writer, stop.Token), CancellationToken.None);
        try
        {
            var decided = 0;
            await foreach (var batch in full.Reader.ReadAllAsync(cancellationToken))
            {
                Decide(batch);
                tell(policy.Tally.Surveys);
                free.Writer.TryWrite(batch);
                if (++decided % BatchesPerCollection == 0)
                {
                    GC.Collect(0, GCCollectionMode.Forced, blocking: true);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            if (!cancellationToken.IsCancellationRequested)
            {
                // After Ctrl-C the reader may still wait for standard input; the process ends
                // without it.
                await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task ReadAsync(
        ISurveys surveys, ChannelReader<Batch> free, ChannelWriter<Batch> full, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var batch = await free.ReadAsync(cancellationToken);
                if (!batch.Fill(surveys))
                {
                    break;
                }

                await full.WriteAsync(batch, cancellationToken);
            }

            full.Complete();
        }
        catch (Exception error)
        {
            // The deciding threads see this error after everything that was read before it.
            full.Complete(error);
        }
    }

    private void Decide(Batch batch)
    {
        if (against is null)
        {
            policy.Decide(batch);
            return;
        }

        Parallel.Invoke(() => policy.Decide(batch), () => against.Decide(batch));
        Moves.Add(batch, against.Outcomes, policy.Outcomes);
    }
}
