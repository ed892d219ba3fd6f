namespace CxoneAssist.Infrastructure.Cxone.Availability;

/// <summary>
/// The failures of one kind of call since it last succeeded. A failure is an interaction's own once calls of its kind
/// have succeeded for others since its previous failure; until then it cannot be told from a failure for everybody. Not
/// for several threads at once.
/// </summary>
internal sealed class FailureStreak(TimeProvider time)
{
    /// <summary>Fewer interactions than this may be bad by chance, and all there are.</summary>
    public const int Several = 3;

    /// <summary>Of calls nine tenths of which are bad, so many in a row fail once in two hundred times.</summary>
    public const int Many = 50;

    /// <summary>At many calls a second, a good one comes within this time.</summary>
    public static readonly TimeSpan Brief = TimeSpan.FromSeconds(2);

    /// <summary>At few calls a second it would take too long until many have failed.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromSeconds(30);

    // If more interactions fail than are remembered, each counts as one that fails for the first time.
    private const int MostRemembered = 32_768;

    private readonly Dictionary<string, long> _succeededAtFailure = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failing = new(StringComparer.Ordinal);
    private long _succeeded;
    private int _certain;
    private int _many = Many;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The timestamp of the first; <c>null</c> where there is none.</summary>
    public long? Since { get; private set; }

    /// <summary>The timestamp of the last one ever; <c>null</c> where there was none.</summary>
    public long? LastAt { get; private set; }

    /// <summary>The timestamp of the last success; <c>null</c> where there was none.</summary>
    public long? SucceededAt { get; private set; }

    /// <summary>How long they have gone on.</summary>
    public TimeSpan Duration => Since is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>
    /// Whether such calls fail for everybody, as far as can be told: several interactions, and failures that no interaction
    /// can cause, or many failures in a row, or for long.
    /// </summary>
    public bool IsForEverybody => _failing.Count >= Several
        && (_certain >= Several || Duration >= Lasting || (Count >= _many && Duration >= Brief));

    public void Succeed(string interactionId)
    {
        if (IsForEverybody)
        {
            // What ended so soon were bad interactions in a row, and more of them may follow.
            _many = Duration < Lasting ? Math.Min(2 * _many, 32 * Many) : Many;
        }

        _succeeded++;
        SucceededAt = time.GetTimestamp();
        (Since, Count, _certain) = (null, 0, 0);
        _failing.Clear();
        _succeededAtFailure.Remove(interactionId);
    }

    /// <summary>Adds a failure.</summary>
    /// <param name="interactionId">The interaction that it happened to.</param>
    /// <param name="isCertain">Whether no interaction can be the cause.</param>
    /// <returns>Whether it is the interaction's own.</returns>
    public bool Fail(string interactionId, bool isCertain)
    {
        var isOwn = !isCertain
            && _succeededAtFailure.TryGetValue(interactionId, out var succeeded) && succeeded < _succeeded;
        Remember(interactionId);
        LastAt = time.GetTimestamp();
        Since ??= LastAt;
        Count++;
        _certain += isCertain ? 1 : 0;
        return isOwn;
    }

    private void Remember(string interactionId)
    {
        if (_failing.Count < Several)
        {
            _failing.Add(interactionId);
        }

        if (_succeededAtFailure.Count >= MostRemembered && !_succeededAtFailure.ContainsKey(interactionId))
        {
            _succeededAtFailure.Clear();
        }

        _succeededAtFailure[interactionId] = _succeeded;
    }
}

/// <summary>What a failure is taken for.</summary>
/// <param name="RetryAfter">
/// How long to leave CXone alone with this interaction; <c>null</c> where the failure is the interaction's own.
/// </param>
/// <param name="PausesAll">Whether such calls fail for everybody.</param>
internal readonly record struct FailureJudgement(TimeSpan? RetryAfter, bool PausesAll)
{
    public static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // The longer an outage lasts, the longer it is likely to go on. A wait of a quarter of that time delays the work
    // little once it is over.
    private const double ShareWaited = 0.25;

    public static readonly FailureJudgement Own = new(null, PausesAll: false);

    public static FailureJudgement Of(FailureStreak streak, bool isOwn, bool mayPause)
    {
        if (isOwn)
        {
            return Own;
        }

        var wait = streak.Duration * ShareWaited;
        return new(
            wait < ShortestWait ? ShortestWait : wait < LongestWait ? wait : LongestWait,
            mayPause && streak.IsForEverybody);
    }
}
