using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Sandbox.Checking;
using CxoneAssist.Host.Cli.Sandbox.Service;
using CxoneAssist.Host.Cli.Sandbox.Surveys;
using CxoneAssist.Host.Cli.Sandbox.Webhooks;
using CxoneAssist.Host.Cli.Tests.Sandbox.Webhooks;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Checking;

internal sealed class InboxCheckTests
{
    private static readonly Survey[] Surveys = [new("a-1", "ann", "1", ""), new("a-2", "ann", "5", ""), new("a-3", "ann", "good", "")];

    private static readonly TestCaseData<InboxCounts, string, string[]>[] Cases =
    [
        new(new(0, 0, 0, 2, 1), "a-3", []),
        new(new(0, 0, 0, 3, 0), "", ["follow-ups done: should be 2 but are 3", "follow-ups parked: should be 1 but are 0"]),
        new(new(0, 1, 0, 1, 1), "a-3", ["follow-ups done: should be 2 but are 1", "follow-ups still worked on: should be 0 but are 1"]),
        new(new(0, 0, 0, 2, 1), "a-1", ["a-1: is parked although no review is needed: why"]),
    ];

    [TestCaseSource(nameof(Cases))]
    public async Task Compare_WhatTheHostSays_DisagreesWhereThePolicySaysOtherwise(InboxCounts counts, string parked, string[] disagreements)
    {
        var found = InboxCheck.Compare(Expected(), await SentAsync(), counts, parked.Length == 0 ? null : [new StatedFollowUp(parked, "why")]);

        Assert.That(found.Select(one => $"{one.About}: {one.What}"), Is.EqualTo(disagreements));
    }

    [Test]
    public void Compare_WebhooksNotSent_Disagrees()
    {
        var found = InboxCheck.Compare(Expected(), new Deliveries(Surveys, 1), new InboxCounts(0, 0, 0, 2, 1), null);

        Assert.That(found.First(), Is.EqualTo(new Disagreement("webhooks acknowledged", "should be 3 but are 0")));
    }

    private static ExpectedFollowUp[] Expected() => [.. Surveys.Select(survey => ExpectedFollowUp.Create(survey, FollowUpPolicy.Default, DateTimeOffset.UnixEpoch))];

    private static async Task<Deliveries> SentAsync()
    {
        using var host = new ScriptedHost();
        var deliveries = new Deliveries(Surveys, seed: 1);
        await deliveries.SendAsync(new WebhookSender(host.Client(), SigningSecret.Fresh(), TimeProvider.System), TimeProvider.System, CancellationToken.None);
        return deliveries;
    }
}
