using CxoneAssist.Application;
using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Startup;
using Microsoft.Extensions.Logging.Testing;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

internal sealed class ClockWatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly int[] ErrorThenEnd = [3, 2];

    [Test]
    public async Task Step_ThatLasts_IsLoggedOnceAndEndsOverlongWaits()
    {
        var clock = new SteppedTime(Given.Noon);
        var (waits, logger) = (new Waits(), new FakeLogger<ClockWatch>());
        var steady = new SteadyTime(clock);
        using var watch = new ClockWatch(steady, waits, new FollowUpOptions(), logger);
        await watch.StartAsync(default);
        await PassUntilAsync(clock, () => waits.Ended == 1);
        Assert.That(logger.Collector.Count, Is.Zero);

        // Seen while no time passes, so that its size is exact.
        clock.Step(TimeSpan.FromHours(-26));
        steady.GetUtcNow();
        await PassUntilAsync(clock, () => waits.Ended == 2);
        await watch.StopAsync(default);

        Assert.That(logger.Collector.GetSnapshot().Select(line => line.Message), Is.EqualTo(new[]
        {
            "The clock of this machine was set back by 1.02:00:00 (days.hours:minutes:seconds), or the machine was suspended: "
                + "look at its time synchronisation.",
        }));
    }

    [TestCase(24, 24)]
    [TestCase(1, 13)]
    [TestCase(7 * 24, 7 * 24)]
    public async Task Start_FormsMayTakeLong_LeavesThemTheirGracePeriod(int graceHours, int longestHours)
    {
        var clock = new SteppedTime(Given.Noon);
        var waits = new Waits();
        var options = new FollowUpOptions { FormGracePeriod = TimeSpan.FromHours(graceHours) };
        using var watch = new ClockWatch(new SteadyTime(clock), waits, options, new FakeLogger<ClockWatch>());
        await watch.StartAsync(default);

        await PassUntilAsync(clock, () => waits.Ended == 1);
        await watch.StopAsync(default);

        Assert.That(waits.Longest, Is.EqualTo(TimeSpan.FromHours(longestHours)));
    }

    [Test]
    public async Task Start_MoreWaitTooLongThanABatch_EndsThemAll()
    {
        var clock = new SteppedTime(Given.Noon);
        var waits = new Waits { Overlong = 1_234 };
        using var watch = new ClockWatch(new SteadyTime(clock), waits, new FollowUpOptions(), new FakeLogger<ClockWatch>());
        await watch.StartAsync(default);

        await PassUntilAsync(clock, () => waits.Overlong == 0);
        await watch.StopAsync(default);

        Assert.That(waits.Ended, Is.AtLeast(3));
    }

    [Test]
    public async Task Start_EndingWaitsFails_IsTriedAgainAfterAMinuteAndLoggedOnce()
    {
        var clock = new SteppedTime(Given.Noon);
        var (waits, logger) = (new Waits { Overlong = 1, Failing = 3 }, new FakeLogger<ClockWatch>());
        using var watch = new ClockWatch(new SteadyTime(clock), waits, new FollowUpOptions(), logger);
        await watch.StartAsync(default);

        await PassUntilAsync(clock, () => waits.Overlong == 0);
        await watch.StopAsync(default);

        Assert.That(clock.GetUtcNow() - Given.Noon, Is.AtLeast(TimeSpan.FromMinutes(3)));
        Assert.That(logger.Collector.GetSnapshot().Select(line => line.Id.Id), Is.EqualTo(ErrorThenEnd).AsCollection);
    }

    private static async Task PassUntilAsync(SteppedTime clock, Func<bool> done)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!done())
        {
            patience.Token.ThrowIfCancellationRequested();
            clock.Advance(ClockWatch.Interval);
            await Task.Yield();
        }
    }

    // Away when it is asked first.
    private sealed class Waits : IInboxWaits
    {
        private int _asked;

        public int Ended => Volatile.Read(ref _asked) - 1;

        public TimeSpan Longest { get; private set; }

        public int Overlong { get; set; }

        public int Failing { get; set; }

        public Task<int> EndOverlongWaitsAsync(TimeSpan longest, int max, CancellationToken cancellationToken)
        {
            Longest = longest;
            if (Interlocked.Increment(ref _asked) == 1)
            {
                throw new InboxUnavailableException("Away.");
            }

            if (Failing-- > 0)
            {
                throw new InvalidOperationException("A row is rejected.");
            }

            var ended = Math.Min(max, Overlong);
            Overlong -= ended;
            return Task.FromResult(ended);
        }
    }
}
