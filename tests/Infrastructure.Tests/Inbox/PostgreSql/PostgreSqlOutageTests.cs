using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using CxoneAssist.Tests.Shared.PostgreSql;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

[TestFixture]
public sealed class PostgreSqlOutageTests
{
    private const int Senders = 8;

    [Test]
    public async Task ReceiveAsync_ServerCrashesAndComesBack_LosesNothingAndGoesOnByItself()
    {
        SharedCluster.SkipWhereMissing();
        await using var cluster = await PostgreSqlCluster.StartAsync();
        await using var inbox = new PostgreSqlInbox(
            await cluster.CreateDatabaseAsync(), new InboxOptions(), new PrefetchBuffer(0), TimeProvider.System, NullLogger<PostgreSqlInbox>.Instance);
        await inbox.OpenAsync(default);
        using var over = new CancellationTokenSource();
        var load = new Load(inbox);
        var sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() => load.SendAsync(sender, over.Token))));

        await load.AcknowledgedAsync(200);
        await cluster.StopImmediatelyAsync();
        await load.RefusedAsync(Senders);
        await cluster.StartAgainAsync();
        var back = TimeProvider.System.GetTimestamp();
        await load.AcknowledgedAsync(load.Acknowledged.Count + 1);
        var recovery = TimeProvider.System.GetElapsedTime(back);
        await load.AcknowledgedAsync(load.Acknowledged.Count + 200);
        await over.CancelAsync();
        await sending;

        var records = (await inbox.ListAsync(new(), null, 1_000_000, default)).Items;
        var stored = records.Select(record => record.FollowUp.Interaction.InteractionId).ToHashSet();
        var lost = load.Acknowledged.Where(id => !stored.Contains(id)).ToList();
        await TestContext.Out.WriteLineAsync(
            $"acked={load.Acknowledged.Count} lost={lost.Count} refused={load.Refused} "
            + $"first success {recovery.TotalSeconds:0.00} s after the server was back");
        Assert.That(lost, Is.Empty);
    }

    /// <summary>Senders that never stop; each waits for its answer.</summary>
    private sealed class Load(IFollowUpInbox inbox)
    {
        private readonly Lock _gate = new();
        private readonly List<string> _acknowledged = [];
        private (Func<bool> Condition, TaskCompletionSource Signal)? _awaited;

        public IReadOnlyList<string> Acknowledged
        {
            get
            {
                lock (_gate)
                {
                    return [.. _acknowledged];
                }
            }
        }

        public int Refused { get; private set; }

        public async Task SendAsync(int sender, CancellationToken over)
        {
            for (var i = 0; !over.IsCancellationRequested; i++)
            {
                var id = $"i-{sender}-{i}";
                try
                {
                    await inbox.ReceiveAsync(Given.Interaction(id), CancellationToken.None);
                    Note(() => _acknowledged.Add(id));
                }
                catch (InboxUnavailableException)
                {
                    Note(() => Refused++);
                }
            }
        }

        public Task AcknowledgedAsync(int count) => UntilAsync(() => _acknowledged.Count >= count);

        public Task RefusedAsync(int more)
        {
            var before = Refused;
            return UntilAsync(() => Refused >= before + more);
        }

        private Task UntilAsync(Func<bool> condition)
        {
            lock (_gate)
            {
                var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _awaited = (condition, signal);
                if (condition())
                {
                    signal.SetResult();
                }

                return signal.Task.WaitAsync(TimeSpan.FromMinutes(2));
            }
        }

        private void Note(Action change)
        {
            lock (_gate)
            {
                change();
                if (_awaited is { } awaited && awaited.Condition())
                {
                    awaited.Signal.TrySetResult();
                }
            }
        }
    }
}
