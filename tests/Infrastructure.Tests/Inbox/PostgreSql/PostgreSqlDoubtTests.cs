using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Tests.Shared.PostgreSql;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

/// <summary>The connection is cut when the server has committed, and its answer never arrives.</summary>
[TestFixture]
internal sealed class PostgreSqlDoubtTests
{
    private InboxDatabase _database = null!;
    private CuttingProxy _proxy = null!;
    private OpenInbox _open = null!;

    [SetUp]
    public async Task OpenThroughTheProxyAsync()
    {
        var cluster = await SharedCluster.GetAsync();
        _database = await InboxDatabase.CreateAsync();
        _proxy = new CuttingProxy(cluster.Port);
        var throughProxy = _database.ConnectionString.Replace($"Port={cluster.Port}", $"Port={_proxy.Port}", StringComparison.Ordinal);
        _open = await _database.OpenAsync(prefetched: 1, other: throughProxy, clock: TimeProvider.System);
    }

    [TearDown]
    public async Task CloseAsync()
    {
        if (_open is not null)
        {
            await _open.DisposeAsync();
            await _proxy.DisposeAsync();
        }
    }

    [Test]
    public async Task ReceiveAsync_AnswerCutOff_IsNoSuccessAndTheNextOneIsADuplicate()
    {
        await CutAsync(() => _open.Inbox.ReceiveAsync(Given.Interaction(), default));
        Assert.That(_open.Prefetched.TryTake(out _), Is.False, "who was told that nothing is stored must not see it worked on twice");
        Assert.That(await _open.Inbox.ReceiveAsync(Given.Interaction(), default), Is.EqualTo(ReceiveResult.Duplicate));
        Assert.That(await _open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default), Is.EqualTo(ReceiveResult.Stored));
        Assert.That(_open.Prefetched.TryTake(out _), "the slot of the one in doubt is free again");
    }

    [TestCase(LeaseAfter.Renew)]
    [TestCase(LeaseAfter.Release)]
    public async Task SaveAsync_AnswerCutOff_IsKnownAgainWhenItIsRepeated(LeaseAfter leaseAfter)
    {
        await _open.Inbox.ReceiveAsync(Given.FullInteraction, default);
        var claimed = await _open.Prefetched.TakeAsync(default);
        var next = Given.EverythingSet(claimed.FollowUp) with { State = leaseAfter == LeaseAfter.Renew ? FollowUpState.Creating : FollowUpState.Done };

        await CutAsync(() => _open.Inbox.SaveAsync(claimed.Lease, next, leaseAfter));

        var again = await _open.Inbox.SaveAsync(claimed.Lease, next, leaseAfter);
        Assert.That(again, Is.Not.Null, "it was ours all the time");
        Assert.That(Given.Text((await _open.FindAsync("i-1")).FollowUp with { NextAttemptAt = next.NextAttemptAt }), Is.EqualTo(Given.Text(next)));
        var other = await _open.Inbox.SaveAsync(claimed.Lease, next with { Reason = "another" }, LeaseAfter.Release);
        Assert.That(other is not null, Is.EqualTo(leaseAfter == LeaseAfter.Renew), "what says something else needs a lease");
    }

    [Test]
    public async Task ClaimAsync_AnswerCutOff_LeavesTheRowsToWhoeverComesWhenTheLeaseEnds()
    {
        _open.Prefetched.Close();
        await _open.Inbox.ReceiveAsync(Given.Interaction(), default);
        await CutAsync(() => _open.Inbox.ClaimAsync(10, default));
        Assert.That(await _open.Inbox.ClaimAsync(10, default), Is.Empty);
        await _database.AskAsync("update follow_up set next_at = next_at - 60000");
        Assert.That(await _open.Inbox.ClaimAsync(10, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AmendAsync_AnswerCutOff_IsNoSuccess()
    {
        _open.Prefetched.Close();
        await _open.Inbox.ReceiveAsync(Given.Interaction(), default);
        var read = await _open.FindAsync("i-1");
        await CutAsync(() => _open.Records.AmendAsync(read, read.FollowUp.Park("x"), new(Given.Noon, "discard", "x"), default));
        Assert.That((await _open.FindAsync("i-1")).OperatorActions, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ReceiveAsync_DatabaseSaysNothing_IsRefusedInTime()
    {
        await _open.Records.ProbeAsync(default);
        _proxy.FallSilent();
        var started = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAsync<InboxUnavailableException>(
            () => _open.Inbox.ReceiveAsync(Given.Interaction("i-1"), default).WaitAsync(TimeSpan.FromMinutes(2)));
        var waited = TimeProvider.System.GetElapsedTime(started);
        _proxy.SpeakAgain();
        await TestContext.Out.WriteLineAsync($"refused after {waited.TotalSeconds:0.00} s");
        Assert.That(await _open.Inbox.ReceiveAsync(Given.Interaction("i-2"), default), Is.EqualTo(ReceiveResult.Stored));
    }

    private async Task CutAsync<T>(Func<Task<T>> act)
    {
        _proxy.CutNextAnswer();
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await act());
        Assert.That(_proxy.HasCut);
    }
}
