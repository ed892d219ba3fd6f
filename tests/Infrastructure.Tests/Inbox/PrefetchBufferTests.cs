using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

[TestFixture]
public sealed class PrefetchBufferTests
{
    private static readonly ClaimedFollowUp Claimed = new(new FollowUp(Given.Interaction(), Given.Noon), new Lease(1, 1, Given.Noon));

    [TestCase(5, ExpectedResult = 3)]
    [TestCase(2, ExpectedResult = 2)]
    public int Reserve_ThreeFree_GrantsWhatIsToBeHad(int wanted) => new PrefetchBuffer(3).Reserve(wanted);

    [Test]
    public async Task Reserve_TakenOrCancelled_FreesTheSlot()
    {
        var prefetched = new PrefetchBuffer(2);
        prefetched.Reserve(2);
        prefetched.Put(Claimed);
        Assert.That(prefetched.Reserve(1), Is.Zero, "an item holds its slot until it is taken");

        Assert.That(await prefetched.TakeAsync(default), Is.SameAs(Claimed));
        prefetched.Cancel(1);
        Assert.That(prefetched.Reserve(5), Is.EqualTo(2));
    }

    [Test]
    public async Task WaitForDueRoomAsync_SlotsInUse_EndsWhenEnoughAreFree()
    {
        var prefetched = new PrefetchBuffer(0, 2);
        prefetched.ReserveDue(2);
        var waiting = prefetched.WaitForDueRoomAsync(2, default);
        prefetched.CancelDue(1);
        Assert.That(waiting.IsCompleted, Is.False);
        prefetched.CancelDue(1);
        await waiting.WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Test]
    public async Task TakeAsync_BothKindsWait_AreTakenInTurn()
    {
        var prefetched = new PrefetchBuffer(4, 4);
        var (fresh, due) = (Claimed with { }, Claimed with { });
        for (var i = 0; i < 3; i++)
        {
            prefetched.Reserve(1);
            prefetched.Put(fresh);
            prefetched.ReserveDue(1);
            prefetched.PutDue(due);
        }

        var taken = new List<bool>();
        while (taken.Count < 6)
        {
            taken.Add(ReferenceEquals(await prefetched.TakeAsync(default), fresh));
        }

        Assert.That(taken, Is.EqualTo([true, false, true, false, true, false]));
    }

    [Test]
    public void Reserve_OneKindIsFull_LeavesTheOtherItsRoom()
    {
        var prefetched = new PrefetchBuffer(2, 3);

        Assert.That((prefetched.Reserve(9), prefetched.ReserveDue(9), prefetched.Reserve(1)), Is.EqualTo((2, 3, 0)));
    }

    [Test]
    public void Limit_LessThanThereIs_IsKeptToUntilItIsRaised()
    {
        var prefetched = new PrefetchBuffer(8, 8);
        prefetched.Reserve(4);

        prefetched.Limit(3);
        Assert.That((prefetched.Reserve(8), prefetched.ReserveDue(8)), Is.EqualTo((0, 3)));
        prefetched.Limit(int.MaxValue);
        Assert.That((prefetched.Reserve(8), prefetched.ReserveDue(8)), Is.EqualTo((4, 5)));
    }

    [Test]
    public void TurnedAway_NoSlotForAJustStoredOne_IsToldOnceItIsStored()
    {
        var prefetched = new PrefetchBuffer(1, 1);
        var told = prefetched.TurnedAway();

        prefetched.Reserve(2);
        Assert.That(told.IsCompleted, Is.False, "it cannot be found yet");
        prefetched.StoredWithoutSlot();

        Assert.That(told.IsCompleted, Is.True);
        Assert.That(prefetched.TurnedAway().IsCompleted, Is.False, "told once");
    }

    [Test]
    public void Close_ThenOpen_StopsTakingInAndResumes()
    {
        var prefetched = new PrefetchBuffer(2);
        prefetched.Reserve(1);
        prefetched.Close();
        prefetched.Put(Claimed);
        Assert.That(prefetched.Reserve(1), Is.Zero);
        Assert.That(prefetched.TryTake(out _), "what had a slot still arrives");
        prefetched.Open();
        Assert.That(prefetched.Reserve(5), Is.EqualTo(2));
    }
}
