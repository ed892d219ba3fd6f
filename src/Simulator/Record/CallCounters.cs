namespace CxoneAssist.Simulator.Record;

/// <summary>Counts calls by kind and by status; 0 means no answer.</summary>
internal sealed class CallCounters
{
    private const int Statuses = 600;
    private static readonly SimulatorCall[] Kinds = Enum.GetValues<SimulatorCall>();

    private readonly long[] _arrived = new long[Kinds.Length];
    private readonly long[] _answered = new long[Kinds.Length * Statuses];

    public void CountArrival(SimulatorCall call) => Interlocked.Increment(ref _arrived[(int)call]);

    public void CountAnswer(SimulatorCall call, int status) =>
        Interlocked.Increment(ref _answered[((int)call * Statuses) + status]);

    public long Arrived(SimulatorCall call) => Volatile.Read(ref _arrived[(int)call]);

    public long Answered(SimulatorCall call, int status) =>
        status is < 0 or >= Statuses ? 0 : Volatile.Read(ref _answered[((int)call * Statuses) + status]);

    public Dictionary<(SimulatorCall Call, int Status), long> All() =>
        (from call in Kinds
         from status in Enumerable.Range(0, Statuses)
         let count = Answered(call, status)
         where count > 0
         select ((call, status), count)).ToDictionary(entry => entry.Item1, entry => entry.count);
}
