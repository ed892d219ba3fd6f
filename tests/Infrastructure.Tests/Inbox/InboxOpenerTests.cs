using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Settings;
using CxoneAssist.Infrastructure.Tests.Cxone.Outages;
using Microsoft.Extensions.DependencyInjection;
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

    [TestCase("Data Source=inbox.db")]
    [TestCase("Host=localhost;Database=inbox;Username=me;Password=x")]
    public async Task AddCxoneAssist_EitherDatabase_OpensAndPurgesTheInboxThatWebhooksAreStoredIn(string connection)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddCxoneAssist(settings =>
        {
            settings.Cxone.Org = settings.Cxone.ClientId = settings.Cxone.ClientSecret = "x";
            settings.InboxConnectionString = connection;
        });
        await using var provider = services.BuildServiceProvider();

        var inbox = provider.GetRequiredService<IFollowUpInbox>();

        Assert.That(provider.GetRequiredService<IOpenedInbox>(), Is.SameAs(inbox));
        Assert.That(provider.GetRequiredService<IInboxRetention>(), Is.SameAs(inbox));
    }

    private Task StartAsync(Func<Exception?> failure) =>
        new InboxOpener(new Opened(failure), _time, SettingWords.OfConfiguration, _logger).StartAsync(CancellationToken.None);

    private sealed class Opened(Func<Exception?> failure) : IOpenedInbox
    {
        public InboxStorage? Location => null;

        public Task OpenAsync(CancellationToken cancellationToken) => failure() is { } error ? Task.FromException(error) : Task.CompletedTask;
    }
}
