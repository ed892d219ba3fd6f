using System.Net;
using System.Text;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

internal sealed class BodyTests : WebhookFixture
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    [TestCaseSource(nameof(Unfit))]
    public async Task Post_WithABodyThatIsUnfit_IsRefusedWith400(byte[] body) =>
        (await RefuseAsync((new SignedWebhook() with { Body = body }).Sign().ToRequest(), HttpStatusCode.BadRequest)).Dispose();

    [Test]
    public async Task Post_WithAnUnfitBodyAndNoSignature_IsRefusedForItsSignature() =>
        (await RefuseAsync(new SignedWebhook().With("[").ToRequest(), HttpStatusCode.Unauthorized)).Dispose();

    [Test]
    public async Task Post_WithAByteOrderMark_IsAcceptedWhereTheSignatureCoversTheMark()
    {
        byte[] body = [.. ByteOrderMark, .. new SignedWebhook().Body];
        Assert.That(
            await SendAsync((new SignedWebhook() with { Body = body }).Sign().ToRequest(), HttpStatusCode.OK), Is.EqualTo("""{"received":true}"""));
        Assert.That(Handler.Accepted.Single().InteractionId, Is.EqualTo("canary-i-1"));
    }

    [Test]
    public async Task Post_WithAByteOrderMarkThatTheSignatureDoesNotCover_IsRefusedWith401()
    {
        byte[] body = [.. ByteOrderMark, .. new SignedWebhook().Body];
        var webhook = new SignedWebhook().Sign() with { Body = body };
        (await RefuseAsync(webhook.ToRequest(), HttpStatusCode.Unauthorized)).Dispose();
    }

    private static IEnumerable<TestCaseData> Unfit()
    {
        yield return Raw("empty", "");
        yield return Raw("null", "null");
        yield return Raw("array", "[]");
        yield return Raw("text", "\"canary\"");
        yield return Raw("empty object", "{}");
        yield return Raw("truncated", """{"interactionId":"canary-i-1","agentId":"agent-0""");
        yield return Raw("unclosed", """{"interactionId":"canary-i-1","agentId":"agent-042" """);
        yield return Raw("something after it", """{"interactionId":"canary-i-1","agentId":"agent-042"}{}""");
        yield return Raw("comment", """{"interactionId":"canary-i-1","agentId":"agent-042"/* */}""");
        yield return Raw("trailing comma", """{"interactionId":"canary-i-1","agentId":"agent-042",}""");
        yield return Raw("depth 10,000", $$"""{"interactionId":"canary-i-1","agentId":"agent-042","x":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}""");
        yield return Raw("depth 33", $$"""{"interactionId":"canary-i-1","agentId":"agent-042","x":{{new string('[', 32)}}{{new string(']', 32)}}}""");
        yield return Raw("interactionId twice", """{"interactionId":"canary-i-1","agentId":"agent-042","interactionId":"canary-i-1"}""");
        yield return Raw("interactionId twice, one escaped", """{"interactionId":"canary-i-1","agentId":"agent-042","interaction\u0049d":"canary-i-2"}""");
        yield return Raw("agentId twice", """{"interactionId":"canary-i-1","agentId":"agent-042","agentId":7}""");
        yield return Raw("no agentId", """{"interactionId":"canary-i-1"}""");
        yield return Raw("bad agentId", """{"interactionId":"canary-i-1","agentId":"../canary"}""");
        foreach (var id in new[]
        {
            "1.5", "1e3", "-1", "-0", "123456789012345678901", "true", "null", "{\"a\":1}", "[\"canary\"]", "\"\"", $"\"{new string('a', 5_000)}\"",
            $"\"{new string('a', 129)}\"", "\"..\"", "\".\"", "\"../workflows/tasks?x=\"", "\"%2e%2e\"", "\"canary/1\"", "\"canary\\u0000\"", "\"canary\\r\\nX: y\"",
            "\"\\ud800\"", "\"canary\\udc00x\"", "\"canary 1\"", "\" canary\"", "\"\\u0661\"", "\"caña\"",
        })
        {
            yield return Raw("interactionId " + id[..Math.Min(24, id.Length)], $$"""{"interactionId":{{id}},"agentId":"agent-042"}""");
        }

        yield return Case("raw NUL", [.. """{"interactionId":"canary"""u8, 0, .. "\",\"agentId\":\"a\"}"u8]);
        yield return Case("invalid UTF-8 in the id", [.. """{"interactionId":"canary"""u8, 0xC3, 0x28, .. "\",\"agentId\":\"a\"}"u8]);
        yield return Case("invalid UTF-8 in an unread member", [.. """{"interactionId":"canary","agentId":"a","x":" """u8, 0xFF, .. "\"}"u8]);
        yield return Case("overlong slash", [.. """{"interactionId":"canary"""u8, 0xC0, 0xAF, .. "\",\"agentId\":\"a\"}"u8]);
        yield return Case("encoded surrogate", [.. """{"interactionId":"canary"""u8, 0xED, 0xA0, 0x80, .. "\",\"agentId\":\"a\"}"u8]);
        yield return Case("two byte order marks", [.. ByteOrderMark, .. ByteOrderMark, .. """{"interactionId":"canary","agentId":"a"}"""u8]);
        yield return Case("only a byte order mark", ByteOrderMark);
        yield return Case("UTF-16 with its mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("""{"interactionId":"canary","agentId":"a"}""")]);
        yield return Case("UTF-16", Encoding.Unicode.GetBytes("""{"interactionId":"canary","agentId":"a"}"""));
    }

    private static TestCaseData Raw(string name, string body) => Case(name, Encoding.UTF8.GetBytes(body));

    private static TestCaseData Case(string name, byte[] body) => new TestCaseData(body).SetArgDisplayNames(name);
}
