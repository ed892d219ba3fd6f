namespace CxoneAssist.Simulator.Faults;

/// <summary>Rolls for faults, each kind with dice of its own, so that ordering one kind does not move the others.</summary>
internal sealed class FaultDice(int seed)
{
    private readonly Random[] _dice =
        [.. Enum.GetValues<SimulatorFault>().Select(fault => new Random(unchecked((seed * 7919) + ((int)fault * 104729))))];

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
