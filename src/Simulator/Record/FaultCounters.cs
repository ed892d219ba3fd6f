namespace CxoneAssist.Simulator.Record;

internal sealed class FaultCounters
{
    private static readonly SimulatorFault[] Kinds = Enum.GetValues<SimulatorFault>();

    private readonly long[] _fired = new long[Kinds.Length];

    public void Count(SimulatorFault fault) => Interlocked.Increment(ref _fired[(int)fault]);

    public long Fired(SimulatorFault fault) => Volatile.Read(ref _fired[(int)fault]);

    public Dictionary<SimulatorFault, long> All() =>
        Kinds.Where(fault => Fired(fault) > 0).ToDictionary(fault => fault, Fired);
}
