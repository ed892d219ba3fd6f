using System.Net;
using System.Net.Sockets;
using System.Text;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Http;

/// <summary>An answer that was cut must never pass for "no task exists", because a second task would be made.</summary>
internal sealed class CutAnswerTests
{
    private const string Token = """{"access_token":"token-1","expires_in":3600}""";

    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [TestCase("HTTP/1.1 204 No Content\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\n\r\n{\"tasks\":[]}")]
    public async Task FindAsync_NothingAndItsEnd_IsNone(string answer) =>
        Assert.That(await FindAsync(answer), Is.InstanceOf<TaskLookup.None>());

    [TestCase("HTTP/1.1 200 OK\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n \r\n")]
    [TestCase("HTTP/1.0 200 OK\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{\"tasks\":")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")]
    public async Task FindAsync_NothingThatMayHaveBeenCut_ProvesNothing(string answer)
    {
        var failure = Outcomes.As<TaskLookup.Failed>(await FindAsync(answer)).Failure;

        Assert.That(failure, Has.Property("Kind").EqualTo(FailureKind.Unknown).And.Property("Reason").Contains("connection broke"));
    }

    [Test]
    public async Task FindAsync_CutAnswerThatAHandlerHasRead_ProvesNothing() =>
        Assert.That(
            await FindAsync("HTTP/1.1 200 OK\r\n\r\n", http => http.Handlers.Add(_ => new Reading())),
            Is.InstanceOf<TaskLookup.Failed>());

    private static async Task<TaskLookup> FindAsync(string answer, Action<CxoneHttpOptions>? http = null)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var end = new CancellationTokenSource();
        await using var sut = new CxoneUnderTest(
            new Uri($"http://{listener.LocalEndpoint}"),
            options => options.LookUpTimeout = TimeSpan.FromMinutes(2),
            services => services.Configure<CxoneHttpOptions>(options => http?.Invoke(options)));
        var serving = ServeAsync(listener, answer, end.Token);

        var found = await sut.PassTimeUntilAsync(sut.FindAsync());

        await end.CancelAsync();
        await serving;
        return found;
    }

    // One answer a connection, whose end may be that of the answer.
    private static async Task ServeAsync(TcpListener listener, string answer, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptSocketAsync(cancellationToken);
                var text = await RequestAsync(connection, cancellationToken);
                var whole = text.StartsWith("POST", StringComparison.Ordinal)
                    ? $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {Token.Length}\r\n\r\n{Token}"
                    : answer;
                await connection.SendAsync(Encoding.ASCII.GetBytes(whole), cancellationToken);
                connection.Shutdown(SocketShutdown.Send);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    // A connection that is closed with something unread is reset, and its answer lost.
    private static async Task<string> RequestAsync(Socket connection, CancellationToken cancellationToken)
    {
        var (text, block) = ("", new byte[8192]);
        while (!text.EndsWith(text.StartsWith("GET", StringComparison.Ordinal) ? "\r\n\r\n" : "write", StringComparison.Ordinal))
        {
            var received = await connection.ReceiveAsync(block, cancellationToken);
            text += received > 0 ? Encoding.ASCII.GetString(block, 0, received) : throw new EndOfStreamException();
        }

        return text;
    }

    private sealed class Reading : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response.Content.Headers.ContentLength is null ? throw new InvalidOperationException() : response;
        }
    }
}
