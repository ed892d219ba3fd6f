using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

internal sealed class ConcurrencyLimiterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = new();
    private ConcurrencyLimiter _limiter = null!;

    [SetUp]
    public void OnePlace() => _limiter = new(1, Patience, _clock);

    [TearDown]
    public void Dispose() => _limiter.Dispose();

    [Test]
    public async Task Release_SeveralWait_ThePlaceGoesToTheFirstOfThem()
    {
        await _limiter.TryAcquireAsync(CancellationToken.None);
        var first = Take();
        var second = Take();

        _limiter.Release();

        Assert.That(await CxoneUnderTest.Bounded(first), Is.True);
        Assert.That(second.IsCompleted, Is.False);
        _limiter.Release();
        Assert.That(await CxoneUnderTest.Bounded(second), Is.True);
    }

    [Test]
    public async Task TryAcquire_OthersCameLater_EachLosesPatienceInItsOwnTime()
    {
        await _limiter.TryAcquireAsync(CancellationToken.None);
        var early = Take();
        _clock.Advance(TimeSpan.FromSeconds(3));
        var late = Take();

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.That(await CxoneUnderTest.Bounded(early), Is.False);
        Assert.That(late.IsCompleted, Is.False);

        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.That(await CxoneUnderTest.Bounded(late), Is.False);
    }

    [Test]
    public async Task TryAcquire_AfterTheLineWasEmptied_LosesPatienceAgain()
    {
        await _limiter.TryAcquireAsync(CancellationToken.None);
        var served = Take();
        _limiter.Release();
        await CxoneUnderTest.Bounded(served);
        _clock.Advance(TimeSpan.FromSeconds(4));

        var next = Take();
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.That(next.IsCompleted, Is.False);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That(await CxoneUnderTest.Bounded(next), Is.False);
    }

    [Test]
    public async Task TryAcquire_Cancelled_TakesNoPlaceAndHoldsUpNobody()
    {
        await _limiter.TryAcquireAsync(CancellationToken.None);
        using var giveUp = new CancellationTokenSource();
        var cancelled = _limiter.TryAcquireAsync(giveUp.Token).AsTask();
        var behind = Take();

        await giveUp.CancelAsync();
        Assert.That(async () => await CxoneUnderTest.Bounded(cancelled), Throws.InstanceOf<OperationCanceledException>());
        _limiter.Release();

        Assert.That(await CxoneUnderTest.Bounded(behind), Is.True);
    }

    [Test]
    public async Task TryAcquire_ManyAtOnceSomeGivingUp_NeverMoreThanThereArePlacesAndNoneIsLost()
    {
        const int Count = 3;
        using var limiter = new ConcurrencyLimiter(Count, Patience, _clock);
        var inside = 0;
        var most = 0;
        var all = Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(async () =>
        {
            using var giveUp = new CancellationTokenSource();
            var taken = limiter.TryAcquireAsync(giveUp.Token);
            if (i % 7 == 0)
            {
                await giveUp.CancelAsync();
            }

            try
            {
                if (!await taken)
                {
                    return;
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }

            InterlockedMax(ref most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            limiter.Release();
        })));
        await all.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.That(most, Is.InRange(1, Count));
        var free = Enumerable.Range(0, Count + 1).Select(_ => limiter.TryAcquireAsync(CancellationToken.None)).ToList();
        Assert.That(free.Select(place => place.IsCompleted), Is.EqualTo([true, true, true, false]));
    }

    private Task<bool> Take() => _limiter.TryAcquireAsync(CancellationToken.None).AsTask();

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
