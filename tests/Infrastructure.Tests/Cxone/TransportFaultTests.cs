using System.Net;
using System.Net.Sockets;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;

namespace CxoneAssist.Infrastructure.Tests.Cxone;

internal sealed class TransportFaultTests : CxoneTests
{
    [Test]
    public async Task CreateAsync_RefusedConnection_IsUnavailable()
    {
        Cxone.On(Route.Form, Answer.Status(404, "Connection", "close"));
        await Sut.ReadAsync();
        await Cxone.DisposeAsync();

        Assert.That(
            (await Sut.CreateAsync()).Failure(),
            Has.Property("Kind").EqualTo(FailureKind.Unavailable).And.Property("Status").Null);
    }

    [Test]
    public async Task CreateAsync_NoTls_IsUnavailable()
    {
        await using var sut = new CxoneUnderTest(new UriBuilder(Cxone.Address) { Scheme = "https" }.Uri);

        Assert.That((await sut.CreateAsync()).Failure().Kind, Is.EqualTo(FailureKind.Unavailable));
    }

    [Test]
    public async Task CreateAsync_ConnectingTimesOut_IsUnavailable()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        await using var sut = new CxoneUnderTest(
            new Uri($"http://{listener.LocalEndPoint}"), options => options.NotifyTimeout = TimeSpan.FromMilliseconds(400));
        await FetchTokenAsync(sut, listener);
        using var queue = await FillAsync(listener.LocalEndPoint!);

        var failure = (await sut.CreateAsync()).Failure();

        Assert.That(failure, Has.Property("Kind").EqualTo(FailureKind.Unavailable).And.Property("Reason").Contains("no connection"));
    }

    [TestCase(HttpRequestError.NameResolutionError, CallVerdict.NotExecuted)]
    [TestCase(HttpRequestError.ConnectionError, CallVerdict.NotExecuted)]
    [TestCase(HttpRequestError.SecureConnectionError, CallVerdict.NotExecuted)]
    [TestCase(HttpRequestError.ResponseEnded, CallVerdict.Unknown)]
    [TestCase(HttpRequestError.Unknown, CallVerdict.Unknown)]
    [TestCase(HttpRequestError.HttpProtocolError, CallVerdict.Unknown)]
    public void Of_TransportError_IsNotExecutedOnlyBeforeAConnectionStands(HttpRequestError error, object verdict) =>
        Assert.That(CallClassification.FromException(new HttpRequestException(error)), Is.EqualTo(verdict));

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task Redirect_ToAnotherHost_IsNotFollowed(int status)
    {
        await using var other = await ScriptedCxone.StartAsync();
        var elsewhere = Answer.Status(status, "Location", other.Address.ToString());
        Cxone.On(Route.Create, elsewhere);
        Cxone.On(Route.Notify, elsewhere);
        Cxone.On(Route.Find, elsewhere);
        Cxone.On(Route.Form, elsewhere);

        await Sut.CreateAsync();
        await Sut.NotifyAsync();
        await Sut.PassTimeUntilAsync(Sut.ReadAsync());
        await Sut.PassTimeUntilAsync(Sut.FindAsync("i-1"));

        Assert.That(Cxone.Calls(Route.Find), Is.Not.Empty);
        Assert.That(Enum.GetValues<Route>().SelectMany(other.Calls), Is.Empty);
    }

    [Test]
    public async Task Redirect_OfTheTokenCall_IsNotFollowed()
    {
        await using var other = await ScriptedCxone.StartAsync();
        Cxone.On(Route.Token, Answer.Status(307, "Location", other.Address.ToString()));

        Assert.That((await Sut.CreateAsync()).Failure().Kind, Is.EqualTo(FailureKind.Unavailable));
        Assert.That(Enum.GetValues<Route>().SelectMany(other.Calls), Is.Empty);
    }

    [TestCase("Content-Length: 1073741824\r\n")]
    [TestCase("")]
    public async Task AnswerOfAGibibyte_IsCutOff(string length)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var sut = new CxoneUnderTest(new Uri($"http://{listener.LocalEndpoint}"));
        var flood = FloodAsync(listener, $"HTTP/1.1 200 OK\r\n{length}\r\n");

        var failure = (await sut.CreateAsync()).Failure();

        Assert.That(failure, Has.Property("Kind").EqualTo(FailureKind.Unavailable).And.Property("Reason").Contains("size limit"));
        Assert.That(await CxoneUnderTest.Bounded(flood), Is.LessThan(64L << 20));
    }

    [Test]
    public async Task ReadAsync_SlowDrip_EndsWithTheTotalTime()
    {
        Cxone.On(Route.Form, Answer.Drip);

        var answer = await Sut.PassTimeUntilAsync(Sut.ReadAsync());

        Assert.That(answer.Failure().Kind, Is.EqualTo(FailureKind.Unknown));
        Assert.That(Sut.Clock.GetUtcNow() - CxoneUnderTest.Start, Is.LessThan(TimeSpan.FromSeconds(40)));
    }

    [Test]
    public async Task CreateAsync_SlowDrip_EndsWithTheAttempt()
    {
        Cxone.On(Route.Create, Answer.Drip);
        var call = Sut.CreateAsync();
        await Cxone.ArrivedAsync(Route.Create, 1);

        Sut.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.That((await call).Failure().Kind, Is.EqualTo(FailureKind.Unknown));
    }

    private static async Task FetchTokenAsync(CxoneUnderTest sut, Socket listener)
    {
        var call = sut.ReadAsync();
        foreach (var answer in new[] { """{"access_token":"token-1"}""", "" })
        {
            using var connection = await CxoneUnderTest.Bounded(listener.AcceptAsync());
            await connection.ReceiveAsync(new byte[8192]);
            await connection.SendAsync(System.Text.Encoding.ASCII.GetBytes(
                $"HTTP/1.1 {(answer.Length > 0 ? 200 : 404)} x\r\nConnection: close\r\nContent-Length: {answer.Length}\r\n\r\n{answer}"));
            connection.Shutdown(SocketShutdown.Send);
            await connection.ReceiveAsync(new byte[8192]);
        }

        Assert.That(await call, Is.InstanceOf<FormAnswer.NotYet>());
    }

    /// <returns>How many bytes were taken.</returns>
    private static async Task<long> FloodAsync(TcpListener listener, string head)
    {
        using var connection = await listener.AcceptSocketAsync();
        await connection.ReceiveAsync(new byte[8192]);
        await connection.SendAsync(System.Text.Encoding.ASCII.GetBytes(head));
        var (block, sent) = (new byte[64 * 1024], 0L);
        try
        {
            while (sent < 1L << 30)
            {
                sent += await connection.SendAsync(block);
            }
        }
        catch (SocketException)
        {
            // Cut off.
        }

        return sent;
    }

    /// <summary>Fills the accept queue, so that the next connection waits without end.</summary>
    private static async Task<Queue> FillAsync(EndPoint listener)
    {
        var queue = new Queue();
        while (queue.Sockets.Count < 16)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            queue.Sockets.Add(socket);
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300), TimeProvider.System);
            try
            {
                await socket.ConnectAsync(listener, patience.Token);
            }
            catch (OperationCanceledException)
            {
                return queue;
            }
        }

        throw new InvalidOperationException("The queue does not fill.");
    }

    private sealed class Queue : IDisposable
    {
        public List<Socket> Sockets { get; } = [];

        public void Dispose() => Sockets.ForEach(socket => socket.Dispose());
    }
}
