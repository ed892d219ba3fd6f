using System.Net;
using CxoneAssist.Host.Web.Operators;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.EndToEnd.Tests.Security;

public sealed class FailedAttemptsTests
{
    private readonly CountingTime _time = new();

    [TestCase("192.0.2.1", "192.0.2.1", true)]
    [TestCase("192.0.2.1", "::ffff:192.0.2.1", true)]
    [TestCase("192.0.2.1", "192.0.2.2", false)]
    [TestCase("2001:db8::1", "2001:db8::2", true)]
    [TestCase("2001:db8::1", "2001:db8:0:1::1", false)]
    public void TooMany_FromOneAddress_BlockItsOwnerForAMinute(string guessing, string asking, bool blocked)
    {
        var attempts = Guessed(IPAddress.Parse(guessing));
        Assert.That(attempts.IsBlocked(IPAddress.Parse(asking)), Is.EqualTo(blocked));

        _time.Advance(FailedAttempts.Window);
        Assert.That(attempts.IsBlocked(IPAddress.Parse(asking)), Is.False);
    }

    [Test]
    public void FewerThanTooMany_BlockNobody()
    {
        var attempts = Guessed(IPAddress.Loopback, FailedAttempts.Most - 1);
        Assert.That(attempts.IsBlocked(IPAddress.Loopback), Is.False);
    }

    [Test]
    public void AddressesWithoutEnd_ShareACountInsteadOfMemory()
    {
        var attempts = Guessed(IPAddress.Loopback);
        for (var i = 0; i < 10_000 + FailedAttempts.Most; i++)
        {
            attempts.Add(new IPAddress(0x0A000000L + i));
        }

        Assert.That(attempts.IsBlocked(IPAddress.Parse("198.51.100.1")), "one more that is new");
        Assert.That(attempts.IsBlocked(IPAddress.Loopback), "what was known stays so");
        _time.Advance(FailedAttempts.Window);
        Assert.That(attempts.IsBlocked(IPAddress.Parse("198.51.100.1")), Is.False);
    }

    [Test]
    public void AddressesWithoutEnd_CostEachOfThemTheSameFewLooks()
    {
        var attempts = new FailedAttempts(_time, NullLogger<FailedAttempts>.Instance);
        for (var i = 0; i < 10_000; i++)
        {
            attempts.Add(new IPAddress(0x0A000000L + i));
        }

        var looks = _time.Looks;
        for (var i = 0; i < 100; i++)
        {
            attempts.Add(new IPAddress(0x0B000000L + i));
        }

        Assert.That(_time.Looks - looks, Is.LessThan(500));
    }

    [Test]
    public void BlockedAddresses_ManyInAMinute_AreLoggedOnceWithTheirNumber()
    {
        var log = new FakeLogger<FailedAttempts>();
        var attempts = new FailedAttempts(_time, log);
        for (var i = 0; i < 200 * FailedAttempts.Most; i++)
        {
            attempts.Add(new IPAddress(0x0A000000L + (i % 200)));
        }

        Assert.That(log.Collector.Count, Is.EqualTo(1));
        _time.Advance(FailedAttempts.Window);

        Assert.That(log.Collector.Count, Is.EqualTo(2));
        Assert.That(log.LatestRecord.Message, Does.StartWith("Blocked 199 address(es) for a minute"));
    }

    private FailedAttempts Guessed(IPAddress from, int times = FailedAttempts.Most)
    {
        var attempts = new FailedAttempts(_time, NullLogger<FailedAttempts>.Instance);
        for (var i = 0; i < times; i++)
        {
            attempts.Add(from);
        }

        return attempts;
    }

    private sealed class CountingTime : FakeTimeProvider
    {
        public int Looks { get; private set; }

        public override long GetTimestamp()
        {
            Looks++;
            return base.GetTimestamp();
        }
    }
}
