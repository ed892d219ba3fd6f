using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

[TestFixture]
public sealed class HandOverTests
{
    private static readonly ClaimedFollowUp Claimed = new(new FollowUp(Given.Interaction(), Given.Noon), new Lease(1, 1, Given.Noon));

    [TestCase(5, 0, ExpectedResult = 3)]
    [TestCase(2, 0, ExpectedResult = 2)]
    [TestCase(5, 2, ExpectedResult = 1)]
    [TestCase(5, 4, ExpectedResult = 0)]
    public int Reserve_ThreeFree_GrantsWhatIsToBeHad(int wanted, int leaving) => new HandOver(3).Reserve(wanted, leaving);

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
    public async Task WaitForRoomAsync_SlotsInUse_EndsWhenEnoughAreFree()
    {
        var handOver = new HandOver(2);
        handOver.Reserve(2);
        var waiting = handOver.WaitForRoomAsync(2, default);
        handOver.Cancel(1);
        Assert.That(waiting.IsCompleted, Is.False);
        handOver.Cancel(1);
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
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
