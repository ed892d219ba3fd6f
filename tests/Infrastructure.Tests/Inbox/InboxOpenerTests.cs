using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Tests.Cxone.Outages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

internal sealed class InboxOpenerTests
{
    private SkippingTime _time = null!;
    private FakeLogger<InboxOpener> _logger = null!;

    [SetUp]
    public void SetUp() => (_time, _logger) = (new(), new());

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(50)]
    public async Task StartAsync_DatabaseAwayForLessThanAMinute_WaitsForItAndSaysSoOnce(int seconds)
    {
        var opens = _time.GetUtcNow().AddSeconds(seconds);

        await StartAsync(() => _time.GetUtcNow() < opens ? new InboxStartException("It cannot be reached.") { MayPass = true } : null);

        Assert.That(
            _logger.Collector.GetSnapshot().Select(record => record.Level),
            Is.EqualTo(seconds == 0 ? [] : new[] { LogLevel.Warning, LogLevel.Information }));
        Assert.That(_time.GetUtcNow(), Is.EqualTo(opens).Within(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public async Task StartAsync_DatabaseAwayForLonger_GivesUp()
    {
        var start = _time.GetUtcNow();

        await Assert.ThatAsync(
            () => StartAsync(() => new InboxStartException("It cannot be reached.") { MayPass = true }),
            Throws.TypeOf<InboxStartException>().With.Message.EqualTo("It cannot be reached."));

        Assert.That(_time.GetUtcNow() - start, Is.EqualTo(TimeSpan.FromMinutes(1)).Within(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public async Task StartAsync_SettingsAreWrong_GivesUpAtOnce()
    {
        var tries = 0;

        await Assert.ThatAsync(
            () => StartAsync(() => new InboxStartException($"Wrong, try {++tries}.")), Throws.TypeOf<InboxStartException>());

        Assert.That(tries, Is.EqualTo(1));
        Assert.That(_logger.Collector.Count, Is.Zero);
    }

    private Task StartAsync(Func<Exception?> failure) =>
        new InboxOpener(new Opened(failure), _time, _logger).StartAsync(CancellationToken.None);

    private sealed class Opened(Func<Exception?> failure) : IFollowUpInbox, IOpenedInbox
    {
        public InboxStorage? Location => null;

        public Task OpenAsync(CancellationToken cancellationToken) => failure() is { } error ? Task.FromException(error) : Task.CompletedTask;

        public Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter) => throw new NotSupportedException();

        public Task<SuppressionResult?> SaveSuppressedAsync(Lease lease, SuppressionKey key, Func<CustomerHistory, FollowUp> next) =>
            throw new NotSupportedException();
    }
}
