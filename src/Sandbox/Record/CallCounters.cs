namespace CxoneAssist.Sandbox.Record;

/// <summary>Calls by kind, and by the status they were answered with; 0 is no answer.</summary>
internal sealed class CallCounters
{
    private const int Statuses = 600;
    private static readonly SandboxCall[] Kinds = Enum.GetValues<SandboxCall>();

    private readonly long[] _arrived = new long[Kinds.Length];
    private readonly long[] _answered = new long[Kinds.Length * Statuses];

    public void CountArrival(SandboxCall call) => Interlocked.Increment(ref _arrived[(int)call]);

    public void CountAnswer(SandboxCall call, int status) => Interlocked.Increment(ref _answered[((int)call * Statuses) + status]);

    public long Arrived(SandboxCall call) => Volatile.Read(ref _arrived[(int)call]);

    public long Answered(SandboxCall call, int status) =>
        status is < 0 or >= Statuses ? 0 : Volatile.Read(ref _answered[((int)call * Statuses) + status]);

    public Dictionary<(SandboxCall Call, int Status), long> All() =>
        (from call in Kinds
         from status in Enumerable.Range(0, Statuses)
         let count = Answered(call, status)
         where count > 0
         select ((call, status), count)).ToDictionary(entry => entry.Item1, entry => entry.count);
}
