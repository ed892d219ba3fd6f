namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>
/// Tells an outage of CXone from an interaction at which it fails, however few calls there are. A
/// failure is the interaction's own once calls of its kind have succeeded for others since its
/// previous failure. Until then it cannot be told apart, and counts as an outage.
/// </summary>
internal sealed class Blame(TimeProvider time)
{
    public static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // If more interactions fail than are remembered, each counts as one that fails for the first time.
    private const int MostRemembered = 4096;

    // The longer an outage lasts, the longer it is likely to go on. A wait of a quarter of that time delays the work
    // little once it is over.
    private const double ShareWaited = 0.25;

    private readonly Lock _lock = new();
    private readonly Dictionary<CallKind, Record> _records =
        Enum.GetValues<CallKind>().ToDictionary(kind => kind, _ => new Record());

    /// <summary>CXone did what such a call is for, or refused it with a reason.</summary>
    public void Served(CallKind kind, string interactionId)
    {
        lock (_lock)
        {
            var record = _records[kind];
            record.Served++;
            record.ServedAt = time.GetTimestamp();
            record.FailingSince = null;
            record.Failures = 0;
            record.ServedAtFailure.Remove(interactionId);
        }
    }

    /// <summary>CXone failed at such a call, as far as that is known.</summary>
    /// <returns>
    /// <c>null</c> where the failure is the interaction's own, or where CXone fails at searches only;
    /// else how long to make no calls.
    /// </returns>
    public TimeSpan? Failed(CallKind kind, string interactionId)
    {
        lock (_lock)
        {
            var record = _records[kind];
            var isItsOwn = record.ServedAtFailure.TryGetValue(interactionId, out var served) && served < record.Served;
            record.Remember(interactionId);
            record.FailedAt = time.GetTimestamp();
            record.FailingSince ??= record.FailedAt;
            record.Failures++;
            return isItsOwn || IsSearchAlone(kind, record.FailingSince.Value)
                ? null
                : Wait(time.GetElapsedTime(record.FailingSince.Value));
        }
    }

    /// <summary>
    /// The kind of call at which CXone has failed for the longest time without a success; <c>null</c>
    /// where there is none.
    /// </summary>
    public LastingFailure? Longest()
    {
        lock (_lock)
        {
            return _records
                .Select(record => Lasting(record.Key, record.Value))
                .OfType<LastingFailure>()
                .MaxBy(lasting => lasting.For);
        }
    }

    // One failure tells nothing, nor do failures after which no call was made: work that waits for
    // CXone asks again within the longest wait.
    private LastingFailure? Lasting(CallKind kind, Record record) =>
        record is { FailingSince: { } since, FailedAt: { } last, Failures: > 1 }
        && time.GetElapsedTime(last) < 2 * LongestWait
            ? new LastingFailure(kind, time.GetElapsedTime(since), record.Failures)
            : null;

    // Work that waits for a search can go on without it in the end; work that waits for CXone cannot.
    private bool IsSearchAlone(CallKind kind, long since) =>
        kind == CallKind.FindTask
        && _records.Values.Any(other => other is { FailingSince: null, ServedAt: { } at } && at > since);

    private static TimeSpan Wait(TimeSpan failingFor)
    {
        var wait = failingFor * ShareWaited;
        return wait < ShortestWait ? ShortestWait : wait < LongestWait ? wait : LongestWait;
    }

    private sealed class Record
    {
        public long Served { get; set; }

        public long? ServedAt { get; set; }

        public long? FailingSince { get; set; }

        public long? FailedAt { get; set; }

        /// <summary>How many there were since the last success.</summary>
        public int Failures { get; set; }

        /// <summary>
        /// The interactions that have failed and not succeeded since, with how many calls had been served by then.
        /// </summary>
        public Dictionary<string, long> ServedAtFailure { get; } = new(StringComparer.Ordinal);

        public void Remember(string interactionId)
        {
            if (ServedAtFailure.Count >= MostRemembered && !ServedAtFailure.ContainsKey(interactionId))
            {
                ServedAtFailure.Clear();
            }

            ServedAtFailure[interactionId] = Served;
        }
    }
}

/// <summary>CXone fails at a kind of call, as far as that is known.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="For">Since the first failure after the last success.</param>
/// <param name="Times">How often in that time: each time it was asked.</param>
internal sealed record LastingFailure(CallKind Kind, TimeSpan For, int Times);
