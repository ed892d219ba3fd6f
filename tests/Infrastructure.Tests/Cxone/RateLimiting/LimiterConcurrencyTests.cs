using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

/// <summary>What raises and lowers the number of calls at once, by the calls that are made.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class LimiterConcurrencyTests
{
    private const int Most = 80;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider _time = new();
    private readonly OneThread _thread = new();
    private int _mostAtOnce;

    [Test]
    public void Calls_OthersWait_BecomeMore() => Assert.That(Run(others: true), Is.EqualTo(Most));

    [Test]
    public void Calls_NoOtherWaits_StayAsManyAsTheyAre() =>
        Assert.That(Run(others: false), Is.EqualTo(AdaptiveConcurrency.Start));

    [Test]
    public void Calls_FailAtCxone_DoNotCount() =>
        Assert.That(Run(others: true, fail: true), Is.EqualTo(AdaptiveConcurrency.Start));

    [Test]
    public void Calls_ARateHoldsThemBack_StayAsManyAsTheyAre()
    {
        Run(others: true, rate: 300);

        Assert.That(_mostAtOnce, Is.EqualTo(AdaptiveConcurrency.Start), "not even tried");
    }

    [Test]
    public void Calls_CxoneBecomesUnavailable_BecomeFewer() =>
        Assert.That(Run(others: true, then: limiter => limiter.Unavailable()), Is.EqualTo(AdaptiveConcurrency.Start));

    // All calls at once, so that most of them wait, or turn by turn, so that none does.
    private int Run(bool others, bool fail = false, double? rate = null, Action<CxoneRateLimiter>? then = null)
    {
        var options = Options.Create(new CxoneOptions { MaxConcurrency = Most, RequestsPerSecond = rate });
        using var limiter = new CxoneRateLimiter(options, _time, NullLogger<CxoneRateLimiter>.Instance);
        var (turns, atOnce) = others ? (1, 2_500) : (100, AdaptiveConcurrency.Start / 2);
        for (var turn = 0; turn < turns; turn++)
        {
            _thread.Run(() => Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => CallAsync(limiter, fail))), () =>
            {
                _time.Advance(Latency);
                _mostAtOnce = Math.Max(_mostAtOnce, limiter.Concurrency);
            });
        }

        then?.Invoke(limiter);
        return limiter.Concurrency;
    }

    private async Task CallAsync(CxoneRateLimiter limiter, bool fail)
    {
        using var lease = await limiter.AcquireAsync(1);
        if (lease.IsAcquired)
        {
            await Task.Delay(Latency, _time);
            lease.TryGetMetadata(CxoneLease.SentAt, out var sentAt);
            limiter.Accepted(sentAt, fail);
        }
    }
}
