using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

[TestFixture]
public sealed class HandOverTests
{
    private static readonly ClaimedFollowUp Claimed = new(new FollowUp(Given.Interaction(), Given.Noon), new Lease(1, 1, Given.Noon));

    [TestCase(5, ExpectedResult = 3)]
    [TestCase(2, ExpectedResult = 2)]
    public int Reserve_ThreeFree_GrantsWhatIsToBeHad(int wanted) => new HandOver(3).Reserve(wanted);

    [Test]
    public async Task Reserve_TakenOrCancelled_FreesTheSlot()
    {
        var handOver = new HandOver(2);
        handOver.Reserve(2);
        handOver.Put(Claimed);
        Assert.That(handOver.Reserve(1), Is.Zero, "an item holds its slot until it is taken");

        Assert.That(await handOver.TakeAsync(default), Is.SameAs(Claimed));
        handOver.Cancel(1);
        Assert.That(handOver.Reserve(5), Is.EqualTo(2));
    }

    [Test]
    public async Task WaitForDueRoomAsync_SlotsInUse_EndsWhenEnoughAreFree()
    {
        var handOver = new HandOver(0, 2);
        handOver.ReserveDue(2);
        var waiting = handOver.WaitForDueRoomAsync(2, default);
        handOver.CancelDue(1);
        Assert.That(waiting.IsCompleted, Is.False);
        handOver.CancelDue(1);
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Test]
    public async Task TakeAsync_BothKindsWait_AreTakenInTurn()
    {
        var handOver = new HandOver(4, 4);
        var (fresh, due) = (Claimed with { }, Claimed with { });
        for (var i = 0; i < 3; i++)
        {
            handOver.Reserve(1);
            handOver.Put(fresh);
            handOver.ReserveDue(1);
            handOver.PutDue(due);
        }

        var taken = new List<bool>();
        while (taken.Count < 6)
        {
            taken.Add(ReferenceEquals(await handOver.TakeAsync(default), fresh));
        }

        Assert.That(taken, Is.EqualTo([true, false, true, false, true, false]));
    }

    [Test]
    public void Reserve_OneKindIsFull_LeavesTheOtherItsRoom()
    {
        var handOver = new HandOver(2, 3);

        Assert.That((handOver.Reserve(9), handOver.ReserveDue(9), handOver.Reserve(1)), Is.EqualTo((2, 3, 0)));
    }

    [Test]
    public void Limit_LessThanThereIs_IsKeptToUntilItIsRaised()
    {
        var handOver = new HandOver(8, 8);
        handOver.Reserve(4);

        handOver.Limit(3);
        Assert.That((handOver.Reserve(8), handOver.ReserveDue(8)), Is.EqualTo((0, 3)));
        handOver.Limit(int.MaxValue);
        Assert.That((handOver.Reserve(8), handOver.ReserveDue(8)), Is.EqualTo((4, 5)));
    }

    [Test]
    public void TurnedAway_NoSlotForAJustStoredOne_IsToldOnceItIsStored()
    {
        var handOver = new HandOver(1, 1);
        var told = handOver.TurnedAway();

        handOver.Reserve(2);
        Assert.That(told.IsCompleted, Is.False, "nobody would find it yet");
        handOver.StoredWithoutSlot();

        Assert.That(told.IsCompleted, Is.True);
        Assert.That(handOver.TurnedAway().IsCompleted, Is.False, "told once");
    }

    [Test]
    public void Close_ThenOpen_StopsTakingInAndResumes()
    {
        var handOver = new HandOver(2);
        handOver.Reserve(1);
        handOver.Close();
        handOver.Put(Claimed);
        Assert.That(handOver.Reserve(1), Is.Zero);
        Assert.That(handOver.TryTake(out _), "what had a slot still arrives");
        handOver.Open();
        Assert.That(handOver.Reserve(5), Is.EqualTo(2));
    }
}
