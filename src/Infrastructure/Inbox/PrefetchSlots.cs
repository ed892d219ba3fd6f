using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>The slots of one kind of follow-ups. Guarded by the prefetch buffer it belongs to.</summary>
internal sealed class PrefetchSlots(int capacity)
{
    private readonly int _capacity = capacity;
    private int _taken;

    /// <summary>How many slots may be taken, at most as many as there are.</summary>
    public int Limit { get; set; } = int.MaxValue;

    public int Available => Math.Max(0, Math.Min(_capacity, Limit) - _taken);

    public Queue<ClaimedFollowUp> Waiting { get; } = new();

    public int Reserve(int wanted)
    {
        var granted = Math.Min(Available, wanted);
        _taken += granted;
        return granted;
    }

    public void Free(int slots) => _taken -= slots;
}
