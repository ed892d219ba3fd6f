using System.Net;
using CxoneAssist.AspNetCore.Webhooks;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

internal sealed class DroppedMemberTests : WebhookFixture
{
    private const string Ids = "\"interactionId\":\"canary-i-1\",\"agentId\":\"agent-042\"";

    [Test]
    public async Task Post_WithOptionalMembersAsIntegers_TakesTheirDigitsAndDropsNothing()
    {
        using var counted = Server.Counter(WebhookMetrics.MeterName, WebhookMetrics.DroppedName);
        await PostAsync("\"customerId\":12345,\"skill\":7,\"queue\":0,\"channel\":12345678901234567890,\"language\":49");
        var taken = Handler.Accepted.Single();
        Assert.That(
            string.Join(' ', taken.CustomerId, taken.Skill, taken.Queue, taken.Channel, taken.Language),
            Is.EqualTo("12345 7 0 12345678901234567890 49"));
        Assert.That(counted.GetMeasurementSnapshot(), Is.Empty);
        Assert.That(Warnings(), Is.Empty);
    }

    [TestCase("\"customerId\":[\"canary\"]", "customerId wrong_type")]
    [TestCase("\"skill\":true", "skill wrong_type")]
    [TestCase("\"queue\":1.5", "queue not_an_integer")]
    [TestCase("\"channel\":-1", "channel not_an_integer")]
    [TestCase("\"language\":123456789012345678901", "language not_an_integer")]
    [TestCase("\"customerId\":\"canary\\u0000\"", "customerId not_plain_text")]
    [TestCase("\"customerId\":\"canary\\ud800\"", "customerId not_plain_text")]
    [TestCase("\"timestamp\":\"canary at noon\"", "timestamp not_a_time")]
    [TestCase("\"timestamp\":{\"canary\":1}", "timestamp wrong_type")]
    [TestCase("\"eventType\":5", "eventType wrong_type")]
    [TestCase("\"customerID\":\"canary\"", "customerId other_spelling")]
    [TestCase("\"CUSTOMERID\":\"canary\",\"Queue\":5", "customerId other_spelling, queue other_spelling")]
    [TestCase("\"InteractionID\":\"canary\"", "interactionId other_spelling")]
    [TestCase("\"queue\":null,\"skill\":\"\",\"channel\":\" \",\"timestamp\":\"\",\"eventType\":null,\"customer_id\":5,\"\u017Fkill\":1", "")]
    public async Task Post_WithAMemberThatCannotBeUsed_IsAcceptedAndTheMemberLoggedOnceAndCountedEachTime(string members, string expected)
    {
        using var counted = Server.Counter(WebhookMetrics.MeterName, WebhookMetrics.DroppedName);
        await PostAsync(members);
        await PostAsync(members);
        var dropped = counted.GetMeasurementSnapshot().Select(one => $"{one.Tags["member"]} {one.Tags["reason"]}").ToList();
        var once = expected.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(dropped, Is.EqualTo(once.Concat(once)));
        Assert.That(Warnings(), Is.EqualTo(once.Select(one => one.Split(' ')[0])));
        Assert.That(Handler.Accepted, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Post_WithALongText_SaysThatItIsTooLong()
    {
        using var counted = Server.Counter(WebhookMetrics.MeterName, WebhookMetrics.DroppedName);
        await PostAsync($"\"customerId\":\"{new string('x', 257)}\"");
        await PostAsync($"\"customerId\":\"{new string('x', 5_000)}\"");
        Assert.That(counted.GetMeasurementSnapshot().Select(one => one.Tags["reason"]), Is.EqualTo<string[]>(["too_long", "too_long"]));
    }

    [Test]
    public async Task Post_ThatIsRefusedForAnIdOfAnotherSpelling_NamesTheSpellingInTheLog()
    {
        await SendAsync(
            new SignedWebhook().With("""{"InteractionId":"canary-i-1","agentId":"agent-042"}""").Sign().ToRequest(), HttpStatusCode.BadRequest);
        Assert.That(Warnings(), Is.EqualTo<string[]>(["interactionId"]));
    }

    [Test]
    public async Task Post_OfAnotherEventOrWithoutASignature_ReportsNoMembers()
    {
        var webhook = new SignedWebhook().With("{\"eventType\":\"agent.left\",\"customerId\":[1]," + Ids + "}");
        await SendAsync(webhook.Sign().ToRequest(), HttpStatusCode.OK);
        await SendAsync(webhook.ToRequest(), HttpStatusCode.Unauthorized);
        Assert.That(Warnings(), Is.Empty);
    }

    private Task<string> PostAsync(string members) =>
        SendAsync(new SignedWebhook().With("{" + Ids + "," + members + "}").Sign().ToRequest(), HttpStatusCode.OK);

    private List<string?> Warnings() => [.. Server.Logs.GetSnapshot()
        .Where(record => IsOurs(record) && record.Level == LogLevel.Warning)
        .Select(record => record.GetStructuredStateValue("Member"))
        .Where(member => member is not null)];
}
