using System.Buffers;
using CxoneAssist.Application.FollowUps;
using CxoneAssist.AspNetCore.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

[TestFixture]
internal sealed class WebhookReaderTests
{
    [TestCase(0, 3 * 3600, true)]
    [TestCase(0, -3 * 3600, true)]
    [TestCase(3 * 3600, 3 * 3600, true)]
    [TestCase(3600, 3 * 3600, false)]
    [TestCase(0, 0, true)]
    [TestCase(301, 0, false)]
    public void Read_WhileAStepOfTheClockIsNotBelievedYet_TakesEitherTime(int signed, int step, bool accepted)
    {
        var clock = new StepTime();
        using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new SteadyTime(clock))
            .AddSingleton<IConfiguration>(
                new ConfigurationBuilder().AddInMemoryCollection([new("CXONE_WEBHOOK_SECRET", SignedWebhook.Secret)]).Build())
            .AddLogging()
            .AddCxoneWebhooks()
            .BuildServiceProvider();
        var reader = services.GetRequiredService<WebhookReader>();
        clock.Step = TimeSpan.FromSeconds(step);

        var webhook = (new SignedWebhook() with { Timestamp = SignedWebhook.Seconds(signed) }).Sign();
        var body = reader.VerifyAndRead(new ReadOnlySequence<byte>(webhook.Body), new HeaderDictionary
        {
            ["webhook-id"] = webhook.Id,
            ["webhook-timestamp"] = webhook.Timestamp,
            ["webhook-signature"] = webhook.Signature,
        });

        Assert.That(body.Problem is null, Is.EqualTo(accepted));
    }

    private sealed class StepTime() : FakeTimeProvider(SignedWebhook.Now)
    {
        public TimeSpan Step { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Step;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }
}
