using System.Threading.Channels;
using CxoneAssist.Host.Cli.Surveys;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>
/// Runs surveys through one policy or two. One thread reads, while each policy has one that decides: what a policy suppresses hangs on the
/// order of the file, so that one policy's surveys are never decided beside each other.
/// </summary>
internal sealed class BacktestRun(PolicyRun policy, PolicyRun? against)
{
    private const int Batches = 4;

    public Moves Moves { get; } = new();

    /// <summary>Runs all.</summary>
    /// <param name="surveys">The surveys.</param>
    /// <param name="tell">Told how many have been decided, now and then.</param>
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
            await foreach (var batch in full.Reader.ReadAllAsync(cancellationToken))
            {
                Decide(batch);
                tell(policy.Tally.Surveys);
                free.Writer.TryWrite(batch);
            }
        }
        finally
        {
            await stop.CancelAsync();
            if (!cancellationToken.IsCancellationRequested)
            {
                // After Ctrl-C it may still wait for standard input: the process ends without it.
                await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task ReadAsync(ISurveys surveys, ChannelReader<Batch> free, ChannelWriter<Batch> full, CancellationToken cancellationToken)
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
            // Told to whoever decides, after what was read before.
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
