using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

internal sealed class TransportTests : WebhookFixture
{
    private const int Limit = 65_536;
    private const string Head = "POST /webhooks/interaction-completed HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    [TestCase("GET")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("PATCH")]
    [TestCase("OPTIONS")]
    [TestCase("BREW")]
    public async Task AnyMethodButPost_IsRefusedWith405AndSaysPost(string method)
    {
        using var request = new SignedWebhook().Sign().ToRequest();
        request.Method = new HttpMethod(method);
        using var response = await RefuseAsync(request, HttpStatusCode.MethodNotAllowed);
        Assert.That(response.Content.Headers.Allow.Single(), Is.EqualTo("POST"));
    }

    [Test]
    public async Task Head_IsRefusedWith405WithoutABody()
    {
        using var response = await Server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/webhooks/interaction-completed"));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.Empty);
    }

    [TestCase("text/plain")]
    [TestCase("text/json")]
    [TestCase("text/x+json")]
    [TestCase("application/json; charset=utf-16")]
    [TestCase("application/json; version=1; charset=iso-8859-1")]
    [TestCase("application/json; charset=utf-8; charset=utf-16")]
    [TestCase("application/cloudevents+json; charset=utf-16le")]
    [TestCase("application/+json")]
    [TestCase("application/json+canary")]
    [TestCase("application/canaryjson")]
    [TestCase("application/*+json")]
    [TestCase("*/*")]
    [TestCase("application/json, application/json")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("canary")]
    [TestCase(null)]
    public async Task AnyContentTypeButJson_IsRefusedWith415(string? type)
    {
        using var request = new SignedWebhook().Sign().ToRequest();
        request.Content!.Headers.Remove("Content-Type");
        if (type is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        (await RefuseAsync(request, HttpStatusCode.UnsupportedMediaType)).Dispose();
    }

    [TestCase("application/json")]
    [TestCase("Application/JSON")]
    [TestCase("application/json;charset=UTF-8")]
    [TestCase("application/json; charset=\"utf-8\"")]
    [TestCase("application/json; charset=utf8")]
    [TestCase("application/json; Charset=\"UTF8\"")]
    [TestCase("application/json; version=1")]
    [TestCase("application/json; odata.metadata=minimal; charset=utf-8")]
    [TestCase("application/json;")]
    [TestCase("application/cloudevents+json")]
    [TestCase("application/cloudevents+json; charset=UTF-8")]
    [TestCase("Application/Vnd.Example.V2+JSON")]
    public async Task Json_HoweverItIsWritten_IsAccepted(string type)
    {
        using var request = new SignedWebhook().Sign().ToRequest();
        request.Content!.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", "identity");
        await SendAsync(request, HttpStatusCode.OK);
    }

    [TestCase("application/cloudevents+json; version=1")]
    [TestCase("application/json; charset=utf8")]
    public async Task ContentTypesOfAnySpelling_AreRefusedForTheirSignatureBeforeTheirBody(string type)
    {
        using var request = new SignedWebhook().With("[").ToRequest();
        request.Content!.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        (await RefuseAsync(request, HttpStatusCode.Unauthorized)).Dispose();
    }

    [TestCase("gzip")]
    [TestCase("identity, br")]
    public async Task ACompressedBody_IsRefusedWith415(string encoding)
    {
        using var request = new SignedWebhook().Sign().ToRequest();
        request.Content!.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        (await RefuseAsync(request, HttpStatusCode.UnsupportedMediaType)).Dispose();
    }

    [TestCase(Limit, HttpStatusCode.OK, false)]
    [TestCase(Limit, HttpStatusCode.OK, true)]
    [TestCase(Limit + 1, HttpStatusCode.RequestEntityTooLarge, false)]
    [TestCase(Limit + 1, HttpStatusCode.RequestEntityTooLarge, true)]
    public async Task ABodyOfSomeLength_IsAcceptedUpToTheLimitAndRefusedWith413Beyond(int length, HttpStatusCode expected, bool chunked)
    {
        using var request = new SignedWebhook().With("""{"interactionId":"canary-i-1","agentId":"agent-042"}""".PadRight(length)).Sign().ToRequest();
        request.Headers.TransferEncodingChunked = chunked;
        if (expected == HttpStatusCode.OK)
        {
            await SendAsync(request, expected);
        }
        else
        {
            (await RefuseAsync(request, expected)).Dispose();
        }
    }

    [Test]
    public async Task AContentLengthBeyondTheLimit_IsRefusedBeforeTheBodyIsSent()
    {
        using var connection = await Server.ConnectAsync();
        await connection.SendAsync(Head + $"Content-Length: {Limit + 1}\r\n\r\n");
        var answer = await connection.ReceiveAsync();
        Assert.That(answer.Status, Is.EqualTo(413));
        AssertIsProblem(answer.Body, 413);
    }

    [Test]
    public async Task AChunkedBodyBeyondTheLimit_IsRefusedBeforeItEnds()
    {
        using var connection = await Server.ConnectAsync();
        await connection.SendAsync(Head + "Transfer-Encoding: chunked\r\n\r\n");
        await connection.SendAsync((Limit + 1).ToString("x", CultureInfo.InvariantCulture) + "\r\n" + new string(' ', Limit + 1) + "\r\n");
        var answer = await connection.ReceiveAsync();
        Assert.That(answer.Status, Is.EqualTo(413));
        AssertIsProblem(answer.Body, 413);
    }

    [Test]
    public async Task ABodyThatArrivesTooSlowly_IsRefusedWith408AndTheConnectionClosed()
    {
        await RestartAsync([], kestrel => kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(1_000_000, TimeSpan.FromSeconds(1.01)));
        using var connection = await Server.ConnectAsync();
        await connection.SendAsync(Head + "Content-Length: 100\r\n\r\n{");
        var answer = await connection.ReceiveAsync();
        Assert.That(answer.Status, Is.EqualTo(408));
        Assert.That(answer.Head, Does.Contain("Connection: close"));
        Assert.That(await connection.IsClosedAsync());
        AssertIsProblem(answer.Body, 408);
    }

    [Test]
    public async Task ABodySentByteByByte_IsAccepted()
    {
        var webhook = new SignedWebhook().Sign();
        using var connection = await Server.ConnectAsync();
        await connection.SendAsync(
            Head + $"webhook-id: {webhook.Id}\r\nwebhook-timestamp: {webhook.Timestamp}\r\nwebhook-signature: {webhook.Signature}\r\nTransfer-Encoding: chunked\r\n\r\n");
        foreach (var one in Encoding.UTF8.GetString(webhook.Body))
        {
            await connection.SendAsync($"1\r\n{one}\r\n");
        }

        await connection.SendAsync("0\r\n\r\n");
        Assert.That((await connection.ReceiveAsync()).Body, Is.EqualTo("""{"received":true}"""));
    }

    [Test]
    public async Task ABrokenChunk_IsRefusedWith400()
    {
        using var connection = await Server.ConnectAsync();
        await connection.SendAsync(Head + "Transfer-Encoding: chunked\r\n\r\ncanary\r\n\r\n");
        var answer = await connection.ReceiveAsync();
        Assert.That(answer.Status, Is.EqualTo(400));
        AssertIsProblem(answer.Body, 400);
    }

    // Kestrel logs a warning of its own for a reset connection, depending on the connection's
    // state.
    private IEnumerable<FakeLogRecord> OurWarnings() => Server.Logs.GetSnapshot()
        .Where(record => record.Level >= LogLevel.Warning && record.Category!.StartsWith("CxoneAssist.", StringComparison.Ordinal));

    [Test]
    public async Task ASenderThatGoesAwayInTheMiddle_IsCountedAndLeavesNoWarningInTheLog()
    {
        using var connection = await Server.ConnectAsync();
        await connection.SendAsync(Head + "Content-Length: 100\r\n\r\n{");
        connection.Reset();
        await Counted.WaitForMeasurementsAsync(1, LoopbackServer.Patience);

        // The server sees either the reset or the end of the bytes before it; both are valid.
        Assert.That(Answers(), Is.EqualTo("aborted").Or.EqualTo("refused 400"));
        Assert.That(Handler.Accepted, Is.Empty);
        Assert.That(OurWarnings(), Is.Empty);
    }

    [Test]
    public async Task ASenderThatGoesAwayWhileItIsStored_CancelsTheHandlerAndLeavesNoErrorInTheLog()
    {
        var handled = new TaskCompletionSource();
        Handler.Answer = async cancelled =>
        {
            handled.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancelled);
            return default;
        };
        using var leaving = new CancellationTokenSource();
        var sending = Server.Client.SendAsync(new SignedWebhook().Sign().ToRequest(), leaving.Token);
        await handled.Task.WaitAsync(LoopbackServer.Patience);
        await leaving.CancelAsync();
        await Assert.ThatAsync(() => sending, Throws.InstanceOf<OperationCanceledException>());
        await Counted.WaitForMeasurementsAsync(1, LoopbackServer.Patience);
        Assert.That(Answers(), Is.EqualTo("aborted"));
        Assert.That(OurWarnings(), Is.Empty);
    }
}
