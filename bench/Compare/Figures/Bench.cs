using CxoneAssist.Compare.Contenders;

namespace CxoneAssist.Compare.Figures;

/// <summary>What figures are taken with.</summary>
internal sealed class Bench(Settings settings, IReadOnlyList<Contender> contenders, string folder)
{
    private int _folders;

    public Settings Settings => settings;

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

    /// <summary>A folder that nothing was in yet.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(folder, $"run-{++_folders}")).FullName;
}
