using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.Retention;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Retention;

[TestFixture]
internal sealed class PlausibleNowTests
{
    [TestCase(0, 1)]
    [TestCase(23, 1.958333)]
    [TestCase(24, 201)]
    public async Task Now_ClockFarAheadOfTheLastSettling_IsBelievedAfterADay(int hours, double daysAfterTheSettling)
    {
        var time = new FakeTimeProvider(Given.Noon.AddDays(200));
        var now = new PlausibleNow(new SettledAtNoon(), time);
        await now.GetAsync(default);

        time.Advance(TimeSpan.FromHours(hours));

        Assert.That(await now.GetAsync(default), Is.EqualTo(Given.Noon.AddDays(daysAfterTheSettling)).Within(TimeSpan.FromSeconds(1)));
    }

    private sealed class SettledAtNoon : IInboxRetention
    {
        public Task<DateTimeOffset?> LastSettledAsync(CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(Given.Noon);

        public Task<int> PurgeAsync(DateTimeOffset settledBefore, int max, CancellationToken cancellationToken) => Task.FromResult(0);
    }
}
