using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
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

namespace CxoneAssist.Infrastructure.Tests.Pump;

internal sealed class FollowUpPumpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LeaseTime = new InboxOptions().Lease;

    [TestCase(40, 40, TestName = "Lease_Fresh_IsWorkedOnAsItIs")]
    [TestCase(20, 60, TestName = "Lease_NearItsEnd_IsRenewedFirst")]
    [TestCase(-5, 60, TestName = "Lease_EndedButNobodyElses_IsTakenAgain")]
    public async Task Handed_Over(int secondsLeft, int secondsWorkedWith)
    {
        var worked = await RunAsync(secondsLeft, lost: false);

        Assert.That(worked.Lease.EndsAt, Is.EqualTo(Given.Noon.AddSeconds(secondsWorkedWith)));
    }

    [Test]
    public async Task Lease_LostWhileItWaited_IsNotWorkedOn()
    {
        var worked = await RunAsync(5, lost: true);

        Assert.That(worked.Lease.Id, Is.EqualTo(2), "the next one, whose lease is fresh");
    }

    [Test]
    public void WorkInHand_ClaimedAgainBeforeTheEarlierRunIsOver_StaysUntilBothAre()
    {
        var inHand = new WorkInHand();
        inHand.Add(1);
        inHand.Add(1);
        inHand.Remove(1);
        Assert.That(inHand.Ids(), Has.Length.EqualTo(1));
        inHand.Remove(1);
        Assert.That(inHand.Ids(), Is.Empty);
    }

    private static async Task<ClaimedFollowUp> RunAsync(int secondsLeft, bool lost)
    {
        var time = new FakeTimeProvider(Given.Noon);
        var (inbox, work, prefetched) = (new Renewing(lost), new Recording(), new PrefetchBuffer(4, 4));
        using var limiter = new CxoneRateLimiter(Options.Create(new CxoneOptions()), time, NullLogger<CxoneRateLimiter>.Instance);
        await using var services = new ServiceCollection().AddMetrics().AddLogging().AddSingleton<FollowUpMetrics>().BuildServiceProvider();
        var availability = AvailabilityParts.Create(limiter, time);
        var settings = Options.Create(new InboxOptions());
        using var pump = new FollowUpPump(
            inbox, prefetched, new InboxPoller(inbox, prefetched, availability, settings, time, NullLogger<InboxPoller>.Instance), availability, work,
            services.GetRequiredService<FollowUpMetrics>(), Options.Create(new CxoneOptions { MaxConcurrency = 1 }), settings, time, NullLogger<FollowUpPump>.Instance);
        await pump.StartAsync(CancellationToken.None);
        prefetched.Reserve(2);
        prefetched.Put(new(new FollowUp(Given.Interaction(), Given.Noon), new Lease(1, 1, Given.Noon.AddSeconds(secondsLeft))));
        if (lost)
        {
            prefetched.Put(new(new FollowUp(Given.Interaction("i-2"), Given.Noon), new Lease(2, 1, Given.Noon + LeaseTime)));
        }

        var worked = await work.Worked.Task.WaitAsync(Patience);
        await pump.StopAsync(CancellationToken.None);
        Assert.That(prefetched.InHand.Ids(), Is.Empty, "a run that is over, or failed, keeps nothing");
        return worked;
    }

    private sealed class Recording : IRequestHandler<FollowUpOnInteraction, FollowUp?>
    {
        public TaskCompletionSource<ClaimedFollowUp> Worked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<FollowUp?> Handle(FollowUpOnInteraction request, CancellationToken cancellationToken)
        {
            Worked.TrySetResult(request.Claim);
            throw new InvalidOperationException("It ends by an exception.");
        }
    }

    private sealed class Renewing(bool lost) : IFollowUpInbox
    {
        public Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ClaimedFollowUp>>([]);

        public Task<ClaimedFollowUp?> ClaimProbeAsync(CancellationToken cancellationToken) => Task.FromResult<ClaimedFollowUp?>(null);

        public Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter) =>
            Task.FromResult(lost ? null : lease with { EndsAt = Given.Noon + LeaseTime });

        public Task<SuppressionResult?> SaveSuppressedAsync(Lease lease, SuppressionKey key, Func<CustomerHistory, FollowUp> next) =>
            throw new NotSupportedException();

        public Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
