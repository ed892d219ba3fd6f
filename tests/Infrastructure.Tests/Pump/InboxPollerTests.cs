using System.Threading.Channels;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Pump;
using CxoneAssist.Infrastructure.Tests.Cxone.Availability;
using CxoneAssist.Infrastructure.Tests.Inbox;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Infrastructure.Tests.Pump;

internal sealed class InboxPollerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstProbe = PauseGate.ShortestWait;

    private static readonly TimeSpan Poll = new InboxOptions().PollInterval;

    private const int Room = 128;

    [Test]
    public async Task Probe_NothingDueYet_IsKeptForTheFirstThatFallsDue()
    {
        var time = new WatchedTime();
        var inbox = new EmptyAtFirst();
        var prefetched = new PrefetchBuffer(Room, Room);
        using var limiter = new CxoneRateLimiter(Options.Create(new CxoneOptions()), time, NullLogger<CxoneRateLimiter>.Instance);
        var availability = AvailabilityParts.Create(limiter, time);
        var settings = Options.Create(new InboxOptions());
        using var stopping = new CancellationTokenSource();
        availability.NoToken(new(new CallFailure(FailureKind.Unavailable, "Wrong secret."), NoTokenCause.ClientRefused));

        var fetching = new InboxPoller(inbox, prefetched, availability, settings, time, NullLogger<InboxPoller>.Instance).FetchAsync(stopping.Token);
        await time.AdvanceWhenWaitedForAsync(FirstProbe);
        await time.AdvanceWhenWaitedForAsync(settings.Value.PollInterval);

        Assert.That(await prefetched.TakeAsync(CancellationToken.None).AsTask().WaitAsync(Patience), Is.SameAs(inbox.Due));
        Assert.That(inbox.Asked, Is.EqualTo([1, 1]));
        Assert.That(availability.TakesCalls, Is.False);
        await stopping.CancelAsync();
        await fetching.WaitAsync(Patience);
    }

    [Test]
    public async Task Claim_FailsUnforeseen_IsTriedAgainAndLosesNoRoom()
    {
        var time = new WatchedTime();
        var inbox = new EmptyAtFirst { FirstClaim = new InvalidOperationException("Unforeseen.") };
        var settings = Options.Create(new InboxOptions());
        var prefetched = new PrefetchBuffer(Room, Room);
        using var limiter = new CxoneRateLimiter(Options.Create(new CxoneOptions()), time, NullLogger<CxoneRateLimiter>.Instance);
        var availability = AvailabilityParts.Create(limiter, time);
        using var stopping = new CancellationTokenSource();

        var fetching = new InboxPoller(inbox, prefetched, availability, settings, time, NullLogger<InboxPoller>.Instance).FetchAsync(stopping.Token);
        await time.AdvanceWhenWaitedForAsync(settings.Value.PollInterval);

        Assert.That(await prefetched.TakeAsync(CancellationToken.None).AsTask().WaitAsync(Patience), Is.SameAs(inbox.Due));
        Assert.That(prefetched.ReserveDue(int.MaxValue), Is.EqualTo(Room));
        await stopping.CancelAsync();
        await fetching.WaitAsync(Patience);
    }

    [Test]
    public async Task Inbox_IsBack_IsLeftToThoseWhoHoldAnswersForAMoment()
    {
        var time = new WatchedTime();
        var inbox = new EmptyAtFirst { FirstClaim = new InboxUnavailableException("The database is away.") };
        var prefetched = new PrefetchBuffer(Room, Room);
        using var limiter = new CxoneRateLimiter(Options.Create(new CxoneOptions()), time, NullLogger<CxoneRateLimiter>.Instance);
        using var stopping = new CancellationTokenSource();

        var fetching = Sut(inbox, prefetched, limiter, time).FetchAsync(stopping.Token);
        await time.AdvanceWhenWaitedForAsync(Poll);
        await time.AdvanceWhenWaitedForAsync(Poll);

        Assert.That(await prefetched.TakeAsync(CancellationToken.None).AsTask().WaitAsync(Patience), Is.SameAs(inbox.Due));
        Assert.That(inbox.Asked, Is.EqualTo([Room / 2, 0, Room / 2]));
        await stopping.CancelAsync();
        await fetching.WaitAsync(Patience);
    }

    [Test]
    public async Task JustStored_FoundNoRoom_IsClaimedWithoutWaitingForThePoll()
    {
        var time = new WatchedTime();
        var inbox = new EmptyAtFirst();
        var prefetched = new PrefetchBuffer(1, Room);
        using var limiter = new CxoneRateLimiter(Options.Create(new CxoneOptions()), time, NullLogger<CxoneRateLimiter>.Instance);
        using var stopping = new CancellationTokenSource();
        var fetching = Sut(inbox, prefetched, limiter, time).FetchAsync(stopping.Token);
        await time.WaitedForAsync(Poll);

        prefetched.StoredWithoutSlot();

        Assert.That(await prefetched.TakeAsync(CancellationToken.None).AsTask().WaitAsync(Patience), Is.SameAs(inbox.Due));
        await stopping.CancelAsync();
        await fetching.WaitAsync(Patience);
    }

    [Test]
    public async Task SlowRate_NoMoreIsClaimedThanItLetsThrough()
    {
        var time = new WatchedTime();
        var inbox = new EmptyAtFirst();
        var prefetched = new PrefetchBuffer(Room, Room);
        using var limiter = new CxoneRateLimiter(Options.Create(new CxoneOptions { RequestsPerSecond = 2 }), time, NullLogger<CxoneRateLimiter>.Instance);
        using var stopping = new CancellationTokenSource();

        var fetching = Sut(inbox, prefetched, limiter, time).FetchAsync(stopping.Token);
        await time.WaitedForAsync(Poll);

        // A lease of a minute lets a quarter of a minute's calls wait: 30 calls, ten follow-ups,
        // half of them at a time.
        Assert.That(inbox.Asked, Is.EqualTo([5]));
        Assert.That(prefetched.Reserve(Room), Is.EqualTo(10));
        await stopping.CancelAsync();
        await fetching.WaitAsync(Patience);
    }

    private static InboxPoller Sut(IFollowUpInbox inbox, PrefetchBuffer prefetched, CxoneRateLimiter limiter, TimeProvider time) => new(
        inbox,
        prefetched,
        AvailabilityParts.Create(limiter, time),
        Options.Create(new InboxOptions()),
        time,
        NullLogger<InboxPoller>.Instance);

    private sealed class EmptyAtFirst : IFollowUpInbox
    {
        public Exception? FirstClaim { get; init; }

        public ClaimedFollowUp Due { get; } = new(new FollowUp(Given.Interaction(), Given.Noon), new Lease(1, 1, Given.Noon));

        public List<int> Asked { get; } = [];

        public Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken)
        {
            Asked.Add(max);
            if (Asked.Count == 1 && FirstClaim is not null)
            {
                throw FirstClaim;
            }

            return Task.FromResult<IReadOnlyList<ClaimedFollowUp>>(Asked.Count == 1 || max == 0 ? [] : [Due]);
        }

        public async Task<ClaimedFollowUp?> ClaimProbeAsync(CancellationToken cancellationToken) =>
            (await ClaimAsync(1, cancellationToken)).SingleOrDefault();

        public Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter) => throw new NotSupportedException();

        public Task<SuppressionResult?> SaveSuppressedAsync(Lease lease, SuppressionKey key, Func<CustomerHistory, FollowUp> next) =>
            throw new NotSupportedException();
    }

    /// <summary>A clock that advances when a caller begins to wait for it.</summary>
    private sealed class WatchedTime() : FakeTimeProvider(Given.Noon)
    {
        private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime >= TimeSpan.Zero)
            {
                _waits.Writer.TryWrite(dueTime);
            }

            return timer;
        }

        public async Task AdvanceWhenWaitedForAsync(TimeSpan delta)
        {
            await WaitedForAsync(delta);
            Advance(delta);
        }

        public async Task WaitedForAsync(TimeSpan delta) =>
            Assert.That(await _waits.Reader.ReadAsync().AsTask().WaitAsync(Patience), Is.EqualTo(delta));
    }
}
