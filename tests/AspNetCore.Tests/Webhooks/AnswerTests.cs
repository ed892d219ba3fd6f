using System.Net;
using CxoneAssist.Application.Ports;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

internal sealed class AnswerTests : WebhookFixture
{
    private static readonly SignedWebhook Valid = new SignedWebhook().Sign();

    [TestCase(ReceiveResult.Stored, """{"received":true}""", "stored")]
    [TestCase(ReceiveResult.Duplicate, """{"received":true,"duplicate":true}""", "duplicate")]
    [TestCase(ReceiveResult.Reopened, """{"received":true,"reopened":true}""", "reopened")]
    public async Task Post_OfAWebhook_AnswersWhatBecameOfIt(ReceiveResult receipt, string expected, string counted)
    {
        Handler.Answer = _ => Task.FromResult(receipt);
        using var response = await Server.Client.SendAsync(Valid.ToRequest());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(expected));
            Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/json"));
            Assert.That(Handler.Accepted.Single().InteractionId, Is.EqualTo("canary-i-1"));
            Assert.That(Answers(), Is.EqualTo(counted));
        }
    }

    [TestCaseSource(nameof(CannotStore))]
    public async Task Post_WhenItCannotBeStored_IsAnswered503WithRetryAfter(Exception failure)
    {
        Handler.Answer = _ => Task.FromException<ReceiveResult>(failure);
        using var response = await Server.Client.SendAsync(Valid.ToRequest());
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(response.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(text, Does.Contain("\"error\"").And.Not.Contain("received\":true").And.Not.Contain(failure.Message));
        Assert.That(Answers(), Is.EqualTo("refused 503"));
    }

    [Test]
    public async Task Post_ThatTheValidatorsRefuse_IsAnswered400WithoutTheirWords()
    {
        Handler.Answer = _ => throw new ValidationException([new ValidationFailure("x", "'canary-i-1' is not wanted.")]);
        Assert.That(await SendAsync(Valid.ToRequest(), HttpStatusCode.BadRequest), Does.Not.Contain("canary"));
    }

    [Test]
    public async Task Post_OfAnEventTypeNobodyAsked_IsAcknowledgedAndIgnoredWithOneWarningAName()
    {
        string[] types = ["interaction.Completed", "agent.left", "interaction.Completed", "agent.left\\r\\ncanary", "\\ud800", new('x', 65)];
        foreach (var type in types)
        {
            var webhook = new SignedWebhook().With($$"""{"interactionId":{"shape":"of its own"},"eventType":"{{type}}"}""").Sign();
            Assert.That(await SendAsync(webhook.ToRequest(), HttpStatusCode.OK), Is.EqualTo("""{"received":true}"""));
        }

        var warned = Server.Logs.GetSnapshot().Where(record => IsOurs(record) && record.Level == LogLevel.Warning)
            .Select(record => record.GetStructuredStateValue("EventType"));
        Assert.That(string.Join(", ", warned), Is.EqualTo("interaction.Completed, agent.left, (not printable)"));
        Assert.That(Handler.Accepted, Is.Empty);
        Assert.That(Answers(), Is.EqualTo(string.Join(", ", types.Select(_ => "ignored"))));
    }

    [Test]
    public async Task Post_OfManyUnknownEventTypes_StopsRememberingThem()
    {
        for (var i = 0; i < 150; i++)
        {
            await SendAsync(new SignedWebhook().With($$"""{"eventType":"e{{i}}"}""").Sign().ToRequest(), HttpStatusCode.OK);
        }

        Assert.That(Server.Logs.GetSnapshot().Count(record => IsOurs(record) && record.Level == LogLevel.Warning), Is.EqualTo(100));
    }

    [Test]
    public async Task Refusals_OfOneKind_AreLoggedOnceAMinuteWithTheirNumber()
    {
        for (var i = 0; i < 5; i++)
        {
            await SendAsync(new SignedWebhook().ToRequest(), HttpStatusCode.Unauthorized);
        }

        Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(new SignedWebhook().ToRequest(), HttpStatusCode.Unauthorized);
        var counts = Server.Logs.GetSnapshot().Where(IsOurs).Select(record => record.GetStructuredStateValue("Count"));
        Assert.That(string.Join(", ", counts), Is.EqualTo("1, 4"));
    }

    private static IEnumerable<TestCaseData> CannotStore()
    {
        yield return new TestCaseData(new InboxUnavailableException("The disk is full.")).SetArgDisplayNames("the inbox says so");
        yield return new TestCaseData(new InvalidOperationException("A bug.")).SetArgDisplayNames("something else fails");
        yield return new TestCaseData(new OperationCanceledException("Stopping.")).SetArgDisplayNames("the inbox stops");
    }
}
