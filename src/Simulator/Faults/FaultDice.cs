namespace CxoneAssist.Simulator.Faults;

/// <summary>
/// Draws faults with one random generator per kind, so that setting one kind does not change the
/// draws of the others.
/// </summary>
internal sealed class FaultDice(int seed)
{
    private readonly Random[] _dice =
        [.. Enum.GetValues<SimulatorFault>()
            .Select(fault => new Random(unchecked((seed * 7919) + ((int)fault * 104729))))];

    public bool Hits(SimulatorFault fault, double probability)
    {
        if (probability is <= 0 or >= 1)
        {
            return probability >= 1;
        }

        var die = _dice[(int)fault];
        lock (die)
        {
            return die.NextDouble() < probability;
        }
    }
}
