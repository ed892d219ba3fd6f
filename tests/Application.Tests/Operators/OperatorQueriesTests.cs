using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Ports;
using NSubstitute;

namespace CxoneAssist.Application.Tests.Operators;

internal sealed class OperatorQueriesTests
{
    private static readonly InboxStatus Status = new(new Dictionary<FollowUpState, long> { [FollowUpState.Parked] = 3 }, 1, null);

    private static readonly FollowUp FollowUp = Situation.All["parked for review"];

    private readonly IFollowUpRecords _records = Substitute.For<IFollowUpRecords>();

    [TestCase(true)]
    [TestCase(false)]
    public async Task Get_FollowUp_IsReadOnce(bool known)
    {
        var record = known ? new FollowUpRecord(1, 1, false, FollowUp, []) : null;
        _records.FindAsync("interaction-1", CancellationToken.None).Returns(record);

        var answer = await new GetFollowUpHandler(_records).Handle(new GetFollowUp("interaction-1"), CancellationToken.None);

        Assert.That(answer?.InteractionId, Is.EqualTo(known ? FollowUp.Interaction.InteractionId : null));
        Assert.That(answer?.State, Is.EqualTo(known ? FollowUpState.Parked : (FollowUpState?)null));
        await _records.Received(1).FindAsync("interaction-1", CancellationToken.None);
    }

    [TestCase(0, null)]
    [TestCase(2, "1764493200000-23")]
    public async Task List_Page_NamesWhereTheNextBegins(int found, string? written)
    {
        PagePosition? next = PagePosition.TryParse(written, out var position) ? position : null;
        var begins = new PagePosition(FollowUp.ReceivedAt, 20);
        var filter = new FollowUpFilter { State = FollowUpState.Parked };
        FollowUpRecord[] items = [.. Enumerable.Range(21, found).Select(row => new FollowUpRecord(row, 1, false, FollowUp, []))];
        _records.ListAsync(filter, begins, 3, CancellationToken.None).Returns(new FollowUpRows(items, next));
        _records.StatusAsync(CancellationToken.None).Returns(Status);

        var page = await new ListFollowUpsHandler(_records).Handle(new ListFollowUps(filter, begins, 3), CancellationToken.None);

        Assert.That((page.Next, page.Items.Count, page.Counts["parked"], page.Counts["unconfirmed"]), Is.EqualTo((next, found, 3L, 1L)));
    }
}
