using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Infrastructure.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PacedCountTests
{
    private const int Many = 20_000;

    private readonly FakeTimeProvider _time = new();
    private readonly ConcurrentQueue<long> _reports = new();

    [Test]
    public void Add_ByManyAtOnce_IsReportedOnceAMinuteAndCompletely()
    {
        using (var count = new PacedCount(_time, _reports.Enqueue))
        {
            Parallel.For(0, Many, _ => count.Add());
            Assert.That(_reports, Has.Count.EqualTo(1));

            _time.Advance(TimeSpan.FromMinutes(1));
            Assert.That(_reports, Has.Count.EqualTo(2));

            count.Add();
            Assert.That(_reports, Has.Count.EqualTo(2));
        }

        Assert.That(_reports.Sum(), Is.EqualTo(Many + 1), "what was left is reported at the end");
    }

    [Test]
    public void Add_AfterAQuietMinute_IsReportedAtOnce()
    {
        using var count = new PacedCount(_time, _reports.Enqueue);
        count.Add();
        _time.Advance(TimeSpan.FromMinutes(1));

        count.Add();

        Assert.That(string.Join(' ', _reports), Is.EqualTo("1 1"));
    }
}
