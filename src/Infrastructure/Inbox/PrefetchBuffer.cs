using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>
/// Where leased follow-ups wait in memory for a worker: just-stored ones, leased in the very
/// statement that stored them, and those that have fallen due. Each kind has room of its own, and
/// workers take from both in turn: neither is stuck behind the other. Bounded by slots: one is
/// reserved before a row is leased, so that what finds no slot waits in the database instead.
/// </summary>
/// <param name="capacity">How many just-stored ones may wait.</param>
/// <param name="due">How many that have fallen due may wait.</param>
internal sealed class PrefetchBuffer(int capacity, int due = 0)
{
    private readonly Lock _gate = new();
    // One entry for each that waits, of either kind.
    private readonly Channel<PrefetchBuffer> _waiting = Channel.CreateUnbounded<PrefetchBuffer>();
    private readonly PrefetchSlots _fresh = new(capacity);
    private readonly PrefetchSlots _due = new(due);
    private bool _closed;
    private bool _dueIsNext;
    private (int Slots, TaskCompletionSource Signal)? _awaited;
    private TaskCompletionSource _turnedAway = NewSignal();

    /// <summary>What was handed over and is not finished. The worker that takes one removes it.</summary>
    public WorkInHand InHand { get; } = new();

    /// <summary>Sets slots aside for just-stored ones.</summary>
    /// <param name="wanted">How many at most.</param>
    /// <returns>
    /// How many were to be had; each is to be given to <see cref="Put"/> or back by <see
    /// cref="Cancel"/>.
    /// </returns>
    public int Reserve(int wanted)
    {
        lock (_gate)
        {
            return _closed ? 0 : _fresh.Reserve(wanted);
        }
    }

    /// <summary>Hands a leased follow-up over, into a slot reserved before.</summary>
    public void Put(ClaimedFollowUp claimed) => PutInto(_fresh, claimed);

    /// <summary>Gives reserved slots back unused.</summary>
    public void Cancel(int slots)
    {
        lock (_gate)
        {
            _fresh.Free(slots);
        }
    }

    /// <summary>
    /// Sets slots aside for those that have fallen due; see <see cref="PutDue"/> and <see
    /// cref="CancelDue"/>.
    /// </summary>
    public int ReserveDue(int wanted)
    {
        lock (_gate)
        {
            return _due.Reserve(wanted);
        }
    }

    public void PutDue(ClaimedFollowUp claimed) => PutInto(_due, claimed);

    public void CancelDue(int slots)
    {
        lock (_gate)
        {
            FreeDue(slots);
        }
    }

    /// <summary>Waits until so many slots are free for those that have fallen due. For one caller at a time.</summary>
    public Task WaitForDueRoomAsync(int slots, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_due.Available >= slots)
            {
                return Task.CompletedTask;
            }

            _awaited = (slots, NewSignal());
            return _awaited.Value.Signal.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Some that found no slot are stored: the poller finds them now, since they are due.</summary>
    public void StoredWithoutSlot()
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _turnedAway.TrySetResult();
            }
        }
    }

    /// <summary>
    /// Done once a follow-up that found no slot was stored since this was asked: it waits in the
    /// database, due at once.
    /// </summary>
    public Task TurnedAway()
    {
        lock (_gate)
        {
            return (_turnedAway = NewSignal()).Task;
        }
    }

    /// <summary>Lets no more than so many of each kind wait from now on, however much room there is.</summary>
    public void Limit(int each)
    {
        lock (_gate)
        {
            (_fresh.Limit, _due.Limit) = (each, each);
            FreeDue(0);
        }
    }

    /// <summary>Waits for a follow-up; its slot is free again.</summary>
    public async ValueTask<ClaimedFollowUp> TakeAsync(CancellationToken cancellationToken)
    {
        await _waiting.Reader.ReadAsync(cancellationToken);
        return Take();
    }

    /// <summary>Takes a follow-up that is not worked on, if one is there; its slot is free again.</summary>
    public bool TryTake([MaybeNullWhen(false)] out ClaimedFollowUp claimed)
    {
        claimed = _waiting.Reader.TryRead(out _) ? Take() : null;
        if (claimed is not null)
        {
            InHand.Remove(claimed.Lease.Id);
        }

        return claimed is not null;
    }

    /// <summary>
    /// Takes no more just-stored ones in; what is there stays to be taken. What had a slot when
    /// this was called may still arrive.
    /// </summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }
    }

    /// <summary>Takes in again.</summary>
    public void Open()
    {
        lock (_gate)
        {
            _closed = false;
        }
    }

    private void PutInto(PrefetchSlots room, ClaimedFollowUp claimed)
    {
        InHand.Add(claimed.Lease.Id);
        lock (_gate)
        {
            room.Waiting.Enqueue(claimed);
        }

        _waiting.Writer.TryWrite(this);
    }

    private ClaimedFollowUp Take()
    {
        lock (_gate)
        {
            var fromDue = _fresh.Waiting.Count == 0 || (_dueIsNext && _due.Waiting.Count > 0);
            _dueIsNext = !fromDue;
            if (fromDue)
            {
                FreeDue(1);
                return _due.Waiting.Dequeue();
            }

            _fresh.Free(1);
            return _fresh.Waiting.Dequeue();
        }
    }

    private void FreeDue(int slots)
    {
        _due.Free(slots);
        if (_awaited is { } awaited && _due.Available >= awaited.Slots)
        {
            _awaited = null;
            awaited.Signal.TrySetResult();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
