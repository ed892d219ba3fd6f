using CxoneAssist.Infrastructure.Cxone;
using System.Threading.RateLimiting;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

/// <summary>The rate limiter as a <see cref="RateLimiter"/>.</summary>
internal sealed class CxoneLeaseTests : CxoneTests
{
    private CxoneRateLimiter Limiter => Sut.Get<CxoneRateLimiter>();

    [Test]
    public void AttemptAcquire_PlacesAreFree_GivesEachOnceAndCounts()
    {
        using var first = Limiter.AttemptAcquire();
        using var second = Limiter.AttemptAcquire();
        using var third = Limiter.AttemptAcquire();

        var statistics = Limiter.GetStatistics()!;

        Assert.That((first.IsAcquired, second.IsAcquired, third.IsAcquired), Is.EqualTo((true, true, false)));
        Assert.That(
            (statistics.CurrentAvailablePermits, statistics.TotalSuccessfulLeases, statistics.TotalFailedLeases),
            Is.EqualTo((0, 2, 1)));
    }

    [Test]
    public void Dispose_Twice_GivesThePlaceBackOnce()
    {
        var lease = Limiter.AttemptAcquire();
        lease.Dispose();
        lease.Dispose();

        Assert.That(Limiter.GetStatistics()!.CurrentAvailablePermits, Is.EqualTo(2));
    }

    [Test]
    public void AttemptAcquire_InAPause_IsRefusedWithItsRestAndHoldsNoPlace()
    {
        Limiter.Refused(TimeSpan.FromSeconds(30));
        Sut.Clock.Advance(TimeSpan.FromSeconds(10));

        using var lease = Limiter.AttemptAcquire();

        Assert.That(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        Assert.That(wait, Is.EqualTo(TimeSpan.FromSeconds(20)));
        Assert.That(Limiter.GetStatistics()!.CurrentAvailablePermits, Is.Zero, "none is given in a pause");
        Sut.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.That(Limiter.GetStatistics()!.CurrentAvailablePermits, Is.EqualTo(2));
    }

    [Test]
    public async Task Acquire_WaitsForAPlace_IsCountedAsQueued()
    {
        using var first = Limiter.AttemptAcquire();
        var second = Limiter.AttemptAcquire();
        var third = Limiter.AcquireAsync(1, CancellationToken.None).AsTask();
        Assert.That(Limiter.GetStatistics()!.CurrentQueuedCount, Is.EqualTo(1));

        second.Dispose();

        using var given = await CxoneUnderTest.Bounded(third);
        Assert.That(given.IsAcquired);
        Assert.That(Limiter.GetStatistics()!.CurrentQueuedCount, Is.Zero);
    }

    [Test]
    public void Lease_Acquired_SaysWhenItWasGiven()
    {
        Limiter.AttemptAcquire().Dispose();
        Sut.Clock.Advance(TimeSpan.FromSeconds(3));

        using var lease = Limiter.AttemptAcquire();

        Assert.That(lease.TryGetMetadata(CxoneLease.SentAt, out var sentAt));
        Assert.That(sentAt, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(lease.MetadataNames, Is.EqualTo([CxoneLease.SentAt.Name]));
        Assert.That(lease.TryGetMetadata(MetadataName.RetryAfter, out _), Is.False);
    }

    [TestCase(0)]
    [TestCase(2)]
    public void Acquire_NotOnePermit_IsAnError(int permits) =>
        Assert.That(() => Limiter.AttemptAcquire(permits), Throws.InstanceOf<ArgumentOutOfRangeException>());

    protected override void Configure(CxoneOptions options) => options.MaxConcurrency = 2;
}
