using System.Net;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Tests.Shared.PostgreSql;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>
/// The host answers 200 only after the commit is on disk, checked by its system calls. A kill could
/// not show the difference.
/// </summary>
[TestFixture(Database.Sqlite), TestFixture(Database.PostgreSql)]
public sealed class SyncTests(Database database) : FaultTest(database)
{
    private const int OneByOne = 8;
    private const int AtOnce = 24;

    [Test]
    public async Task Acknowledgement_OfAnyWebhook_ComesAfterTheSyncThatCoversIt()
    {
        var check = await TraceAsync(broken: false);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(check.Answers, Is.EqualTo(OneByOne + AtOnce), "Some answers were not seen.");
            Assert.That(check.Uncovered, Is.Zero);
        }
    }

    [Test, Slow]
    public async Task Acknowledgement_WithoutASync_IsSeen()
    {
        var check = await TraceAsync(broken: true);

        Assert.That(check.Uncovered, Is.Positive);
    }

    private async Task<SyncCheck> TraceAsync(bool broken)
    {
        await using var cluster = await OwnClusterAsync();
        await StartCxoneAsync();
        var host = await StartFaultHostAsync(("FAULT_MUTANT", broken && cluster is null ? "synchronous-normal" : ""));
        await host.Webhooks.SendAsync(new Webhook("warm-up~s5~"));
        await BreakAsync(broken ? cluster : null);
        await using var tracer = await Tracer.AttachAsync(
            Path.Combine(Folder, "trace"), cluster is null ? [host.Process.Id] : [host.Process.Id, .. Tracer.Family(cluster.ProcessId)]);

        var webhooks = Enumerable.Range(1, OneByOne + AtOnce).Select(number => new Webhook($"traced-{number}~s2~")).ToList();
        foreach (var webhook in webhooks.Take(OneByOne))
        {
            await AcknowledgedAsync(host, webhook);
        }

        await Task.WhenAll(webhooks.Skip(OneByOne).Select(webhook => AcknowledgedAsync(host, webhook)));
        var check = SyncCheck.Of(await tracer.DetachAsync());
        await SettledAsync(host);
        await ConcludeAsync(
            [.. webhooks.Select(webhook => webhook.InteractionId)], host, $"answers={check.Answers} uncovered={check.Uncovered} syncs={check.Syncs} broken={broken}");
        await host.Process.StopAsync();
        return check;
    }

    // A traced host on a busy machine may answer 503: as a sender does, the webhook is sent again.
    private static Task<HostResponse> AcknowledgedAsync(HostClient host, Webhook webhook) => Eventually.SeeAsync(
        () => host.Webhooks.SendAsync(webhook), reply => reply.Status == HttpStatusCode.OK, reply => reply.Body);

    private async Task<PostgreSqlCluster?> OwnClusterAsync()
    {
        if (Inbox is not PostgreSqlUnderTest)
        {
            return null;
        }

        var cluster = await PostgreSqlCluster.StartAsync();
        Use(await PostgreSqlUnderTest.MakeAsync(cluster));
        return cluster;
    }

    // The host refuses a server that does not sync, so the server stops syncing once it has been
    // accepted.
    private static async Task BreakAsync(PostgreSqlCluster? cluster)
    {
        if (cluster is not null)
        {
            await PostgreSqlCluster.ExecuteAsync(cluster.ConnectionString("postgres"), "alter system set fsync = off");
            await PostgreSqlCluster.ExecuteAsync(cluster.ConnectionString("postgres"), "select pg_reload_conf()");
            await Eventually.SeeAsync(
                () => PostgreSqlCluster.ExecuteAsync(cluster.ConnectionString("postgres"), "show fsync"), seen => seen is "off", seen => $"{seen}");
        }
    }
}
