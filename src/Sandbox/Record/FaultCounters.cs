namespace CxoneAssist.Sandbox.Record;

internal sealed class FaultCounters
{
    private static readonly SandboxFault[] Kinds = Enum.GetValues<SandboxFault>();

    private readonly long[] _fired = new long[Kinds.Length];

    public void Count(SandboxFault fault) => Interlocked.Increment(ref _fired[(int)fault]);

    public long Fired(SandboxFault fault) => Volatile.Read(ref _fired[(int)fault]);

    public Dictionary<SandboxFault, long> All() =>
        Kinds.Where(fault => Fired(fault) > 0).ToDictionary(fault => fault, Fired);
}
