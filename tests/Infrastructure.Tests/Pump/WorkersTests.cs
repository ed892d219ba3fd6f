using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Pump;
using CxoneAssist.Infrastructure.Tests.Cxone.Availability;
using CxoneAssist.Infrastructure.Tests.Inbox;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace CxoneAssist.Infrastructure.Tests.Pump;

/// <summary>How many follow-ups are worked on at once.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class WorkersTests
{
    private const int Waiting = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly FakeTimeProvider _time = new(Given.Noon);

    [TestCase(1, null, 3)]
    [TestCase(80, null, 192, Description = "The number of calls that it begins with")]
    [TestCase(80, 10d, 21, Description = "The work of two seconds")]
    public async Task Workers_ManyWait_AreThreeForACall(int most, double? rate, int expected)
    {
        var underWay = await RunAsync(new() { MaxConcurrency = most, RequestsPerSecond = rate }, _ => { }, expected);

        Assert.That(underWay, Is.EqualTo(expected));
    }

    [Test]
    public async Task Workers_CxoneTakesMoreCalls_BecomeMore()
    {
        var underWay = await RunAsync(new() { MaxConcurrency = 80 }, limiter =>
        {
            for (var answer = 0; answer < 4 * AdaptiveConcurrency.Start; answer++)
            {
                _time.Advance(TimeSpan.FromMilliseconds(10));
                limiter.Accepted(default);
            }

            Assert.That(limiter.Concurrency, Is.EqualTo(80));
        }, 240);

        Assert.That(underWay, Is.EqualTo(240));
    }

    // What waits is more than the workers can take, and none of them comes to an end.
    private async Task<int> RunAsync(CxoneOptions options, Action<CxoneRateLimiter> then, int expected)
    {
        using var limiter = new CxoneRateLimiter(Options.Create(options), _time, NullLogger<CxoneRateLimiter>.Instance);
        await using var services = new ServiceCollection().AddMetrics().AddLogging().AddSingleton<FollowUpMetrics>().BuildServiceProvider();
        var (availability, settings) = (AvailabilityParts.Create(limiter, _time), Options.Create(new InboxOptions()));
        var (inbox, work, prefetched) = (Substitute.For<IFollowUpInbox>(), new Held(expected), new PrefetchBuffer(Waiting, 4));
        inbox.ClaimAsync(default, default).ReturnsForAnyArgs([]);
        prefetched.Reserve(Waiting);
        for (var id = 1; id <= Waiting; id++)
        {
            prefetched.Put(new(new FollowUp(Given.Interaction($"i-{id}"), Given.Noon), new Lease(id, 1, Given.Noon.AddHours(1))));
        }

        using var pump = new FollowUpPump(
            inbox, prefetched, new InboxPoller(inbox, prefetched, availability, settings, _time, NullLogger<InboxPoller>.Instance), availability,
            work, services.GetRequiredService<FollowUpMetrics>(), Options.Create(options), settings, _time, NullLogger<FollowUpPump>.Instance);
        await pump.StartAsync(CancellationToken.None);
        then(limiter);
        await PassWhileAsync(() => !work.Reached.Task.IsCompleted);
        var further = 1_000;
        await PassWhileAsync(() => further-- > 0);
        work.Over.SetResult();
        await pump.StopAsync(CancellationToken.None);
        return work.Most;
    }

    private async Task PassWhileAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }
    }

    private sealed class Held(int expected) : IRequestHandler<FollowUpOnInteraction, FollowUp?>
    {
        private int _underWay;

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Most { get; private set; }

        public async Task<FollowUp?> Handle(FollowUpOnInteraction request, CancellationToken cancellationToken)
        {
            lock (Reached)
            {
                Most = Math.Max(Most, ++_underWay);
            }

            if (Most == expected)
            {
                Reached.TrySetResult();
            }

            await Over.Task;
            lock (Reached)
            {
                _underWay--;
            }

            return null;
        }
    }
}
