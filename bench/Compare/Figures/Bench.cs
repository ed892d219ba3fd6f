using CxoneAssist.Compare.Contenders;
using CxoneAssist.Compare.Inboxes;
using CxoneAssist.Compare.Simulator;

namespace CxoneAssist.Compare.Figures;

/// <summary>What figures are taken with.</summary>
internal sealed class Bench(Settings settings, InboxStore store, IReadOnlyList<Contender> contenders, string folder)
{
    private static int s_folders;

    public Settings Settings => settings;

    public InboxStore Store => store;

    public Contender Ours => contenders.First(contender => contender.Name == Contender.Ours);

    /// <summary>Takes a sample of each contender in turn, and again for each round, so that a noisy minute hits all of them alike.</summary>
    public async Task<IReadOnlyDictionary<string, List<Sample>>> AlternateAsync(Func<Contender, Task<Sample>> take)
    {
        var samples = contenders.ToDictionary(contender => contender.Name, _ => new List<Sample>());
        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var contender in contenders)
            {
                samples[contender.Name].Add(await take(contender));
            }
        }

        return samples;
    }

    /// <summary>Starts a contender on an inbox that nothing was in yet.</summary>
    public async Task<RunningContender> StartAsync(Contender contender, Uri cxone, CancellationToken cancellationToken)
    {
        var work = NewFolder();
        return await contender.StartAsync(cxone, await store.CreateAsync(work), work, cancellationToken);
    }

    /// <summary>An inbox whose tables a host has made; what it acknowledged on the way is done.</summary>
    /// <returns>How the host connects to it.</returns>
    public async Task<string> SetUpInboxAsync(CancellationToken cancellationToken)
    {
        var inbox = await store.CreateAsync(NewFolder());
        await using var cxone = await SimulatorProcess.StartAsync(TimeSpan.Zero, cancellationToken);
        await using var running = await Ours.StartAsync(cxone.Address, inbox, NewFolder(), cancellationToken);
        await cxone.WaitForAsync(1, settings.Seconds, cancellationToken);
        return inbox;
    }

    /// <summary>A folder that nothing was in yet.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(folder, $"run-{Interlocked.Increment(ref s_folders)}")).FullName;
}
