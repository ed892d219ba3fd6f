using System.Threading.Channels;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.Retention;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Retention;

[TestFixture]
internal sealed class RetentionRunsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task Run_FullBatches_GoesOnAfterAPauseUntilOneIsNotFull()
    {
        var time = new WatchedTime();
        var inbox = new ScriptedRetention(() => RetentionRuns.Batch, () => RetentionRuns.Batch, () => 3, () => 0);
        var logger = new FakeLogger<RetentionRuns>();
        using var runs = new RetentionRuns(inbox, Options.Create(new InboxOptions()), time, logger);
        await runs.StartAsync(default);

        await time.AdvanceWhenWaitedForAsync(RetentionRuns.Pause);
        await time.AdvanceWhenWaitedForAsync(RetentionRuns.Pause);
        await time.AdvanceWhenWaitedForAsync(RetentionRuns.Pause);
        await time.AdvanceWhenWaitedForAsync(RetentionRuns.Interval);
        await time.AdvanceWhenWaitedForAsync(RetentionRuns.Pause);
        await time.WaitedForAsync(RetentionRuns.Interval);
        await runs.StopAsync(default);

        var first = Given.Noon + RetentionRuns.Pause - TimeSpan.FromDays(90);
        Assert.That(inbox.Asked, Is.EqualTo(new[]
        {
            first, first + RetentionRuns.Pause, first + (2 * RetentionRuns.Pause), first + (3 * RetentionRuns.Pause) + RetentionRuns.Interval,
        }));
        Assert.That(logger.Collector.GetSnapshot().Select(line => line.Message), Is.EqualTo(new[]
        {
            $"The contents of {(2 * RetentionRuns.Batch) + 3} follow-up(s) were deleted: their retention time was over.",
        }));
    }

    [TestCase(-200, -199)]
    [TestCase(-1, 0)]
    [TestCase(200, 0)]
    [TestCase(null, 0)]
    public async Task Run_ClockFarAheadOfTheData_GoesByTheDataAndElapsedTime(int? lastSettledInDays, int believedInDays)
    {
        var time = new WatchedTime();
        var inbox = new ScriptedRetention(() => 0, () => 0) { LastSettled = Given.Noon.AddDays(lastSettledInDays ?? 0) };
        using var runs = new RetentionRuns(inbox, Options.Create(new InboxOptions()), time, new FakeLogger<RetentionRuns>());
        await runs.StartAsync(default);
        await time.AdvanceWhenWaitedForAsync(RetentionRuns.Pause);
        await time.AdvanceWhenWaitedForAsync(RetentionRuns.Interval);
        await time.AdvanceWhenWaitedForAsync(RetentionRuns.Pause);
        await time.WaitedForAsync(RetentionRuns.Interval);
        await runs.StopAsync(default);

        var first = Given.Noon.AddDays(believedInDays) + RetentionRuns.Pause - TimeSpan.FromDays(90);
        Assert.That(inbox.Asked, Is.EqualTo(new[] { first, first + RetentionRuns.Interval + RetentionRuns.Pause }));
    }

    [Test]
    public async Task Run_InboxAwayOrFailing_SaysSoAndTriesAgainInAnHour()
    {
        var time = new WatchedTime();
        var inbox = new ScriptedRetention(
            () => throw new InboxUnavailableException("Away."), () => throw new InvalidOperationException("customer data"), () => 1);
        var logger = new FakeLogger<RetentionRuns>();
        using var runs = new RetentionRuns(inbox, Options.Create(new InboxOptions()), time, logger);
        await runs.StartAsync(default);

        foreach (var wait in new[] { RetentionRuns.Pause, RetentionRuns.Interval, RetentionRuns.Pause, RetentionRuns.Interval, RetentionRuns.Pause })
        {
            await time.AdvanceWhenWaitedForAsync(wait);
        }

        await time.WaitedForAsync(RetentionRuns.Interval);
        await runs.StopAsync(default);

        var lines = logger.Collector.GetSnapshot();
        Assert.That(lines.Select(line => line.Level), Is.EqualTo(new[] { LogLevel.Warning, LogLevel.Warning, LogLevel.Information }));
        Assert.That(lines.Select(line => line.Message), Has.All.Not.Contains("customer data"));
    }

    /// <summary>An inbox of which only retention is of interest.</summary>
    private sealed class ScriptedRetention(params Func<int>[] answers) : IInboxRetention
    {
        public List<DateTimeOffset> Asked { get; } = [];

        public DateTimeOffset? LastSettled { get; init; } = Given.Noon;

        public Task<DateTimeOffset?> LastSettledAsync(CancellationToken cancellationToken) => Task.FromResult(LastSettled);

        public Task<int> PurgeAsync(DateTimeOffset settledBefore, int max, CancellationToken cancellationToken)
        {
            Asked.Add(settledBefore);
            return Task.FromResult(answers[Asked.Count - 1]());
        }
    }

    /// <summary>A clock that advances when a caller begins to wait for it.</summary>
    private sealed class WatchedTime() : FakeTimeProvider(Given.Noon)
    {
        private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _waits.Writer.TryWrite(dueTime);
            return timer;
        }

        public async Task WaitedForAsync(TimeSpan delta) =>
            Assert.That(await _waits.Reader.ReadAsync().AsTask().WaitAsync(Patience), Is.EqualTo(delta));

        public async Task AdvanceWhenWaitedForAsync(TimeSpan delta)
        {
            await WaitedForAsync(delta);
            Advance(delta);
        }
    }
}
