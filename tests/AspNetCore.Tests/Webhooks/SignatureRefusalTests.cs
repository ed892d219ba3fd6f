using System.Net;
using System.Text;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

internal sealed class SignatureRefusalTests : WebhookFixture
{
    private static readonly SignedWebhook Valid = new SignedWebhook().Sign();

    [TestCaseSource(nameof(Forged))]
    public async Task Post_WithASignatureThatDoesNotHold_IsRefusedWith401(SignedWebhook webhook) =>
        (await RefuseAsync(webhook.ToRequest(), HttpStatusCode.Unauthorized)).Dispose();

    [TestCase("webhook-signature")]
    [TestCase("webhook-id")]
    [TestCase("webhook-timestamp")]
    public async Task Post_WithAHeaderOfTheSignatureGivenTwice_IsRefusedWith401(string header)
    {
        var value = header switch { "webhook-id" => Valid.Id, "webhook-timestamp" => Valid.Timestamp, _ => Valid.Signature };
        using var connection = await Server.ConnectAsync();
        await connection.SendAsync(
            $"POST /webhooks/interaction-completed HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Valid.Body.Length}\r\n" +
            $"webhook-id: {Valid.Id}\r\nwebhook-timestamp: {Valid.Timestamp}\r\nwebhook-signature: {Valid.Signature}\r\n{header}: {value}\r\n\r\n" +
            Encoding.UTF8.GetString(Valid.Body));
        var answer = await connection.ReceiveAsync();
        Assert.That(answer.Status, Is.EqualTo(401));
        AssertIsProblem(answer.Body, 401);
    }

    [TestCaseSource(nameof(Genuine))]
    public async Task Post_WithASignatureThatHolds_IsAccepted(SignedWebhook webhook)
    {
        Assert.That(await SendAsync(webhook.ToRequest(), HttpStatusCode.OK), Is.EqualTo("""{"received":true}"""));
        Assert.That(Handler.Accepted, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Post_DuringRotation_IsAcceptedWithEitherSecretAndRefusedWithAThird()
    {
        await RestartAsync(new() { ["CXONE_WEBHOOK_SECRET"] = $"{SignedWebhook.OtherSecret} {SignedWebhook.Secret}" });
        await SendAsync(Valid.ToRequest(), HttpStatusCode.OK);
        await SendAsync(Valid.Sign(SignedWebhook.OtherSecret).ToRequest(), HttpStatusCode.OK);
        await SendAsync(Valid.Sign("whsec_ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3").ToRequest(), HttpStatusCode.Unauthorized);
        Assert.That(Handler.Accepted, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Post_WhereUnsignedIsAllowedWithoutASecret_IsAcceptedAndTheLogWarns()
    {
        await RestartAsync(new() { ["CXONE_WEBHOOK_SECRET"] = "", ["CxoneAssist:Webhook:AllowUnsigned"] = "true" });
        await SendAsync(new SignedWebhook().ToRequest(), HttpStatusCode.OK);
        Assert.That(Server.Logs.GetSnapshot().Select(record => record.Message), Has.One.Contains("UNSIGNED"));
    }

    [Test]
    public async Task Post_WhereUnsignedIsAllowedBesideASecret_StillNeedsASignature()
    {
        await RestartAsync(new() { ["CxoneAssist:Webhook:AllowUnsigned"] = "true" });
        (await RefuseAsync(new SignedWebhook().ToRequest(), HttpStatusCode.Unauthorized)).Dispose();
    }

    private static IEnumerable<TestCaseData> Forged()
    {
        yield return Case("no signature", Valid with { Signature = null });
        yield return Case("empty", Valid with { Signature = "" });
        yield return Case("wrong", Valid with { Signature = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" });
        yield return Case("another secret", Valid.Sign(SignedWebhook.OtherSecret));
        yield return Case("hex for base64", Valid with
        {
            Signature = "v1," + Convert.ToHexStringLower(SignedWebhook.Hash(SignedWebhook.Secret, Valid.Id, Valid.Timestamp, Valid.Body)),
        });
        yield return Case("only v2", Valid with { Signature = Valid.Signature!.Replace("v1,", "v2,", StringComparison.Ordinal) });
        yield return Case("no prefix", Valid with { Signature = Valid.Signature[3..] });
        yield return Case("body one space longer", Valid with { Body = [.. Valid.Body, (byte)' '] });
        yield return Case("another id", Valid with { Id = "msg_canary-7320" });
        yield return Case("another timestamp", Valid with { Timestamp = SignedWebhook.Seconds(1) });
        yield return Case("301 s early", (Valid with { Timestamp = SignedWebhook.Seconds(-301) }).Sign());
        yield return Case("301 s late", (Valid with { Timestamp = SignedWebhook.Seconds(301) }).Sign());
        foreach (var timestamp in new[] { "abc", "+123", "-1", "1e9", "", "9223372036854775808", new string('9', 400), "1795341600.0" })
        {
            yield return Case($"timestamp '{timestamp[..Math.Min(20, timestamp.Length)]}'", (Valid with { Timestamp = timestamp }).Sign());
        }

        yield return Case("timestamp with a plus", (Valid with { Timestamp = "+" + Valid.Timestamp }).Sign());
        yield return Case("id with a dot", (Valid with { Id = "msg.canary" }).Sign());
        yield return Case("empty id", (Valid with { Id = "" }).Sign());
        yield return Case("id with a space", (Valid with { Id = "msg canary" }).Sign());
    }

    private static IEnumerable<TestCaseData> Genuine()
    {
        yield return Case("now", Valid);
        yield return Case("exactly 300 s early", (Valid with { Timestamp = SignedWebhook.Seconds(-300) }).Sign());
        yield return Case("exactly 300 s late", (Valid with { Timestamp = SignedWebhook.Seconds(300) }).Sign());
        yield return Case("after malformed entries", Valid with { Signature = $"v1,%%% v1, v2,AAAA  {Valid.SignatureBy(SignedWebhook.OtherSecret)} {Valid.Signature}" });
        yield return Case("before malformed entries", Valid with { Signature = Valid.Signature + " v1a" });
    }

    private static TestCaseData Case(string name, SignedWebhook webhook) => new TestCaseData(webhook).SetArgDisplayNames(name);
}
