using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;
using NSubstitute;

namespace CxoneAssist.Application.Tests;

internal sealed class AcceptInteractionTests
{
    [Test]
    public async Task Accept_Interaction_IsStoredOnceAndItsReceiptGivenBack([Values] ReceiveResult receipt)
    {
        using var patience = new CancellationTokenSource();
        var inbox = Substitute.For<IFollowUpInbox>();
        inbox.ReceiveAsync(FlowHarness.Interaction, patience.Token).Returns(receipt);

        var answer = await new AcceptInteractionHandler(inbox).Handle(new AcceptInteraction(FlowHarness.Interaction), patience.Token);

        Assert.That(answer, Is.EqualTo(receipt));
        await inbox.Received(1).ReceiveAsync(FlowHarness.Interaction, patience.Token);
    }

    [Test]
    public async Task Accept_InboxAway_IsNotTakenForStored()
    {
        var inbox = Substitute.For<IFollowUpInbox>();
        inbox.ReceiveAsync(default!, default).ReturnsForAnyArgs<ReceiveResult>(_ => throw new InboxUnavailableException());

        await Assert.ThrowsAsync<InboxUnavailableException>(
            () => new AcceptInteractionHandler(inbox).Handle(new AcceptInteraction(FlowHarness.Interaction), CancellationToken.None));
    }
}
