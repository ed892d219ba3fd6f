using System.Threading.RateLimiting;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Tests.Cxone.RateLimiting;

internal sealed class CxoneRateLimiterTests : CxoneTests
{
    [TestCase("7", 7, 7)]
    [TestCase("Sun, 22 Nov 2026 10:00:20 GMT", 20, 20)]
    [TestCase("1000000000", 60, 60)]
    [TestCase("Sun, 22 Nov 2099 10:00:00 GMT", 60, 60)]
    [TestCase("Sun, 22 Nov 2020 10:00:00 GMT", 0.5, 1)]
    [TestCase("1e9", 0.5, 1)]
    [TestCase("99999999999", 0.5, 1)]
    [TestCase("-5", 0.5, 1)]
    [TestCase("0", 0.5, 1)]
    [TestCase("soon", 0.5, 1)]
    [TestCase(null, 0.5, 1)]
    public async Task RateLimit_RetryAfter_IsHonouredCappedOrReplacedByBackoff(string? header, double least, double most)
    {
        Cxone.On(Route.Create, context =>
        {
            context.Response.Headers.Date = "Sun, 22 Nov 2026 10:00:00 GMT";
            return Answer.Status(429, header is null ? null : "Retry-After", header)(context);
        });

        var failure = (await Sut.CreateAsync()).Failure();

        Assert.That(failure.Kind, Is.EqualTo(FailureKind.Unavailable));
        Assert.That((failure.RetryAt - CxoneUnderTest.Start)?.TotalSeconds, Is.InRange(least, most));
    }

    [Test]
    public async Task Place_NoneFreeForLong_IsNotWaitedForLongerThanATurn()
    {
        var limiter = Sut.Get<CxoneRateLimiter>();
        var taken = new List<RateLimitLease>();
        for (var i = 0; i < Sut.Get<IOptions<CxoneOptions>>().Value.MaxConcurrency; i++)
        {
            taken.Add(await limiter.AcquireAsync(1, CancellationToken.None));
        }

        var tooMany = limiter.AcquireAsync(1, CancellationToken.None).AsTask();
        Sut.Clock.Advance(CxoneRateLimiter.LongestWait - TimeSpan.FromMilliseconds(1));
        Assert.That(tooMany.IsCompleted, Is.False);
        Sut.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That(RetryAfterOf(await CxoneUnderTest.Bounded(tooMany)), Is.GreaterThan(TimeSpan.Zero));
        taken[0].Dispose();
        using var next = await CxoneUnderTest.Bounded(limiter.AcquireAsync(1, CancellationToken.None).AsTask());
        Assert.That(next.IsAcquired, "a caller that gave up took no permit");
        taken.Skip(1).ToList().ForEach(turn => turn.Dispose());
    }

    [Test]
    public async Task RateLimit_ShortPause_HoldsEveryCallUntilItIsOver()
    {
        DateTimeOffset? arrival = null;
        Cxone.On(Route.Form, context =>
        {
            arrival = Sut.Clock.GetUtcNow();
            return Answer.Json(200, """{"responses":[{"fieldName":"a","value":"2"}]}""")(context);
        });
        Cxone.On(Route.Create, Answer.Status(429, "Retry-After", "3"));
        await Sut.CreateAsync();
        var turn = Sut.Get<CxoneRateLimiter>().AcquireAsync(1, CancellationToken.None);
        Assert.That(turn.IsCompleted, Is.False, "a turn that is not held is given at once");

        var read = Sut.ReadAsync();
        Sut.Clock.Advance(TimeSpan.FromSeconds(3));

        using var given = await CxoneUnderTest.Bounded(turn.AsTask());
        Assert.That(given.IsAcquired);
        Assert.That(await read, Is.InstanceOf<FormAnswer.Found>());
        Assert.That(arrival, Is.EqualTo(CxoneUnderTest.Start.AddSeconds(3)));
    }

    [Test]
    public async Task RateLimit_BeginsBeforeACallIsRepeated_HoldsItToo()
    {
        var arrivals = new List<DateTimeOffset>();
        Cxone.On(Route.Form, async context =>
        {
            arrivals.Add(Sut.Clock.GetUtcNow());
            await (arrivals.Count == 1 ? Answer.Status(503) : Answer.Json(200, """{"responses":[{"fieldName":"a","value":"2"}]}"""))(context);
            Sut.Get<CxoneRateLimiter>().Refused(TimeSpan.FromSeconds(4));
        });

        await Sut.PassTimeUntilAsync(Sut.ReadAsync());

        Assert.That(arrivals, Has.Count.EqualTo(2));
        Assert.That(arrivals[1] - arrivals[0], Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(4)));
    }

    [Test]
    public async Task Turn_ClockWasSetBack_ComesAsIfItHadNot()
    {
        var limiter = Sut.Get<CxoneRateLimiter>();
        (await limiter.AcquireAsync(1, CancellationToken.None)).Dispose();
        limiter.Refused(TimeSpan.FromSeconds(30));

        Sut.Clock.AdjustTime(CxoneUnderTest.Start.AddHours(-2));
        Assert.That(limiter.PausedUntil, Is.EqualTo(CxoneUnderTest.Start.AddHours(-2).AddSeconds(30)));
        Sut.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.That(limiter.PausedUntil, Is.Null);
        using var given = await CxoneUnderTest.Bounded(limiter.AcquireAsync(1, CancellationToken.None).AsTask());
        Assert.That(given.IsAcquired);
    }

    [Test]
    public async Task RateLimit_LongPause_IsAnsweredAtOnceWithItsEnd()
    {
        Cxone.On(Route.Create, Answer.Status(429, "Retry-After", "30"));
        await Sut.CreateAsync();

        var failure = (await Sut.ReadAsync()).Failure();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure, Has.Property("Kind").EqualTo(FailureKind.Unavailable).And.Property("RetryAt").EqualTo(CxoneUnderTest.Start.AddSeconds(30)));
            Assert.That(Cxone.Calls(Route.Form), Is.Empty);
            Assert.That(Sut.Availability.TakesCalls, Is.False);
            Assert.That(Sut.Status, Has.Property("Healthy").True.And.Property("Summary").Contains("limits the rate"));
        }

        Sut.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.That(await Sut.ReadAsync(), Is.InstanceOf<FormAnswer.Found>());
    }

    [Test]
    public async Task RateLimit_BeginsWhileACallWaits_HoldsThatCallToo()
    {
        using var limiter = new CxoneRateLimiter(
            Microsoft.Extensions.Options.Options.Create(new CxoneOptions { RequestsPerSecond = 1 }), Sut.Clock, Sut.Get<Microsoft.Extensions.Logging.ILogger<CxoneRateLimiter>>());
        using var first = await limiter.AcquireAsync(1, CancellationToken.None);
        var second = CxoneUnderTest.Bounded(limiter.AcquireAsync(1, CancellationToken.None).AsTask());

        limiter.Refused(TimeSpan.FromSeconds(30));
        Sut.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That(RetryAfterOf(await second), Is.EqualTo(TimeSpan.FromSeconds(29)));
    }

    [Test]
    public async Task RequestsPerSecond_IsKeptAndWhoeverWouldWaitLongComesAgainLater()
    {
        using var limiter = new CxoneRateLimiter(
            Microsoft.Extensions.Options.Options.Create(new CxoneOptions { RequestsPerSecond = 2 }), Sut.Clock, Sut.Get<Microsoft.Extensions.Logging.ILogger<CxoneRateLimiter>>());
        var turns = Enumerable.Range(0, 12).Select(_ => limiter.AcquireAsync(1, CancellationToken.None).AsTask()).ToArray();

        var refused = await CxoneUnderTest.Bounded(turns[11]);
        Assert.That(RetryAfterOf(refused), Is.EqualTo(TimeSpan.FromSeconds(5.5)));
        for (var given = 1; given <= 11; given++)
        {
            await turns[given - 1].WaitAsync(TimeSpan.FromMinutes(2));
            Assert.That(turns[..11].Count(turn => turn.IsCompleted), Is.EqualTo(given));
            Sut.Clock.Advance(TimeSpan.FromSeconds(0.5));
        }
    }

    [Test]
    public async Task MaxConcurrency_IsReachedAndNeverExceeded()
    {
        var (full, release) = (new TaskCompletionSource<int>(), new TaskCompletionSource());
        var (inside, most) = (0, 0);
        Cxone.On(Route.Form, async context =>
        {
            if (Interlocked.Increment(ref inside) >= 3)
            {
                most = Math.Max(most, inside);
                full.TrySetResult(inside);
            }

            await release.Task;
            Interlocked.Decrement(ref inside);
            await Answer.Json(200, """{"responses":[{"fieldName":"a","value":"2"}]}""")(context);
        });
        var calls = Task.WhenAll(Enumerable.Range(0, 12).Select(i => Sut.ReadAsync($"i-{i}")));
        await CxoneUnderTest.Bounded(full.Task);

        release.SetResult();

        Assert.That(await calls, Is.All.InstanceOf<FormAnswer.Found>());
        Assert.That(most, Is.EqualTo(3));
    }

    [TestCase(1, 0, 0.5)]
    [TestCase(1, 1, 1)]
    [TestCase(4, 0, 4)]
    [TestCase(4, 1, 8)]
    [TestCase(1000, 1, 60)]
    public void Backoff_Refusals_DoubleUpToTheCap(int refusals, double chance, double seconds) =>
        Assert.That(RetryAfter.Backoff(refusals, chance), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [Test]
    public void FromHeaders_Date_IsTakenByTheSendersClock()
    {
        using var answer = new HttpResponseMessage();
        answer.Headers.Date = CxoneUnderTest.Start.AddHours(2);
        answer.Headers.RetryAfter = new(CxoneUnderTest.Start.AddHours(2).AddSeconds(20));

        Assert.That(RetryAfter.FromHeaders(answer.Headers, CxoneUnderTest.Start), Is.EqualTo(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void Refused_CallsThatWereUnderWayTogether_CountAsOneRefusal()
    {
        var limiter = Sut.Get<CxoneRateLimiter>();
        var until = Enumerable.Range(0, 50).Select(_ => limiter.Refused(null)).ToArray();

        Assert.That(until, Is.All.EqualTo(until[0]));
    }

    private static TimeSpan? RetryAfterOf(RateLimitLease lease) =>
        !lease.IsAcquired && lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;

    protected override void Configure(CxoneOptions options) => options.MaxConcurrency = 3;
}
