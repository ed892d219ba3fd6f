using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>
/// Where just-stored follow-ups, leased in the very statement that stored them, wait in memory for a worker. Bounded by slots: an inbox
/// reserves one before it leases a row, so that what finds no slot waits in the database instead.
/// </summary>
internal sealed class HandOver(int capacity)
{
    private readonly Channel<ClaimedFollowUp> _waiting = Channel.CreateUnbounded<ClaimedFollowUp>();
    private readonly Lock _gate = new();
    private int _free = capacity;
    private bool _closed;
    private (int Slots, TaskCompletionSource Signal)? _awaited;

    /// <summary>Sets slots aside.</summary>
    /// <param name="wanted">How many at most.</param>
    /// <param name="leaving">How many are to stay free for others.</param>
    /// <returns>How many were to be had; each is to be given to <see cref="Put"/> or back by <see cref="Cancel"/>.</returns>
    public int Reserve(int wanted, int leaving = 0)
    {
        lock (_gate)
        {
            var granted = _closed ? 0 : Math.Clamp(_free - leaving, 0, wanted);
            _free -= granted;
            return granted;
        }
    }

    /// <summary>Hands a leased follow-up over, into a slot reserved before.</summary>
    public void Put(ClaimedFollowUp claimed) => _waiting.Writer.TryWrite(claimed);

    /// <summary>Gives reserved slots back unused.</summary>
    public void Cancel(int slots)
    {
        lock (_gate)
        {
            _free += slots;
            if (_awaited is { } awaited && _free >= awaited.Slots)
            {
                _awaited = null;
                awaited.Signal.TrySetResult();
            }
        }
    }

    /// <summary>Waits until so many slots are free. For one caller at a time.</summary>
    public Task WaitForRoomAsync(int slots, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_free >= slots)
            {
                return Task.CompletedTask;
            }

            _awaited = (slots, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return _awaited.Value.Signal.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits for a follow-up; its slot is free again.</summary>
    public async ValueTask<ClaimedFollowUp> TakeAsync(CancellationToken cancellationToken)
    {
        var claimed = await _waiting.Reader.ReadAsync(cancellationToken);
        Cancel(1);
        return claimed;
    }

    /// <summary>Takes a follow-up if one is there; its slot is free again.</summary>
    public bool TryTake([MaybeNullWhen(false)] out ClaimedFollowUp claimed)
    {
        if (!_waiting.Reader.TryRead(out claimed))
        {
            return false;
        }

        Cancel(1);
        return true;
    }

    /// <summary>Takes no more in; what is there stays to be taken. What had a slot when this was called may still arrive.</summary>
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
}
