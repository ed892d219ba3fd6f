using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// What the operations of one transaction share: its time, its statements, and the leased rows to
/// be handed over after it.
/// </summary>
internal sealed class WriteSession(
    SqliteConnection connection, PrefetchBuffer prefetched, TimeProvider clock, TimeSpan lease, WriteFailures failures) : IDisposable
{
    private readonly List<ClaimedFollowUp> _leased = [];
    private int _slots;
    private bool _lacksSlots;
    private bool _isRehearsal;

    public PreparedStatements Statements { get; } = new(connection);

    /// <summary>
    /// The time of the transaction, taken before it began, so that no lease is thought to last
    /// longer than the rows say.
    /// </summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>When leases end that begin in the transaction, by the clock that rows are claimed by.</summary>
    public DateTimeOffset LeaseEndInRow { get; private set; }

    /// <summary>The same by the clock that leases are counted by.</summary>
    public DateTimeOffset LeaseEndInProcess { get; private set; }

    /// <summary>The last webhook that could not be stored; <c>null</c> where they can be.</summary>
    public SqliteReceiveOperation? LastRefused => failures.LastRefused;

    public WorkInHand InHand => prefetched.InHand;

    public void Begin(int mayPrefetch)
    {
        Now = UnixTime.Stored(clock.GetUtcNow());
        LeaseEndInRow = Now + lease;
        LeaseEndInProcess = UnixTime.Stored(clock.GetLeaseNow()) + lease;
        _slots = mayPrefetch == 0 ? 0 : prefetched.Reserve(mayPrefetch);
        _lacksSlots = _slots < mayPrefetch;
    }

    /// <summary>
    /// Whether the row about to be stored is to be leased, because it has a place in the prefetch
    /// buffer.
    /// </summary>
    public bool CanLeaseAtOnce => !_isRehearsal && _slots > _leased.Count;

    /// <summary>Does what the transaction takes back at once, with no row leased.</summary>
    public void Rehearse(Action<WriteSession> write)
    {
        Statements[SqliteStatement.BeginRehearsal].Run();
        _isRehearsal = true;
        try
        {
            write(this);
        }
        finally
        {
            _isRehearsal = false;
        }

        Statements[SqliteStatement.TakeRehearsalBack].Run();
    }

    /// <summary>Keeps a row that was stored leased, to be handed over once it is committed.</summary>
    public void Prefetch(ClaimedFollowUp leased) => _leased.Add(leased);

    /// <summary>The transaction is on disk.</summary>
    public void Committed()
    {
        foreach (var claimed in _leased)
        {
            prefetched.Put(claimed);
        }

        if (_lacksSlots)
        {
            prefetched.StoredWithoutSlot();
        }

        End(_leased.Count);
    }

    /// <summary>The transaction left nothing behind.</summary>
    public void RolledBack() => End(0);

    public void Dispose() => Statements.Dispose();

    private void End(int used)
    {
        prefetched.Cancel(_slots - used);
        _slots = 0;
        _leased.Clear();
    }
}
