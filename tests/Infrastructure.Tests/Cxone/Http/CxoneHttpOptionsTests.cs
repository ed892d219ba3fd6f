using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Http;

/// <summary>The only documented way to change the connection, and what it cannot change.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CxoneHttpOptionsTests : CxoneTests
{
    [Test]
    public async Task Handlers_ThatOnlyLook_SeeEveryCallInTheirOrder()
    {
        List<string> seen = [];
        await using var sut = With(http =>
        {
            http.Handlers.Add(_ => new Watching(request => seen.Add("first " + request.Method)));
            http.Handlers.Add(_ => new Watching(request => seen.Add("second " + request.Method)));
        });

        await sut.ReadAsync();

        Assert.That(seen, Is.EqualTo((string[])["first POST", "second POST", "first GET", "second GET"]));
    }

    [Test]
    public async Task Handlers_ThatRepeatACreation_SendItOnceAndItsOutcomeIsUnknown([Values] bool copies)
    {
        Cxone.On(Route.Create, Answer.Status(500));
        await using var sut = With(http => http.Handlers.Add(_ => copies ? new Hedging() : new Repeating(3)));

        var failure = (await sut.CreateAsync()).Failure();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(1));
            Assert.That(failure.Kind, Is.EqualTo(FailureKind.Unknown));
            Assert.That(
                sut.Logs.Count(record => record.Message.Contains("CxoneHttpOptions.Handlers sent it a second time", StringComparison.Ordinal)),
                Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Handlers_ThatSendFromAnotherFlowOfExecution_AreRefused()
    {
        await using var sut = With(http => http.Handlers.Add(_ => new Detached()));

        var failure = (await sut.CreateAsync()).Failure();

        Assert.That(Cxone.Calls(Route.Create), Is.Empty);
        Assert.That(failure.Reason, Does.Contain("token"), "Not even a token is fetched.");
    }

    [Test]
    public async Task Handlers_ThatTimeOutWhileTheServiceStops_LeaveASentCreationUnknown()
    {
        using var stopping = new CancellationTokenSource();
        await using var sut = With(http => http.Handlers.Add(_ => new TimingOut(stopping)));

        var failure = (await sut.CreateAsync(cancellationToken: stopping.Token)).Failure();

        Assert.That(failure.Kind, Is.EqualTo(FailureKind.Unknown));
        Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Handlers_ThatLeadToAnotherHost_SendNothingThere()
    {
        await using var other = await ScriptedCxone.StartAsync();
        await using var sut = With(http => http.Handlers.Add(
            _ => new Watching(request => request.RequestUri = new Uri(other.Address, request.RequestUri!.PathAndQuery))));

        await sut.CreateAsync();

        Assert.That(Enum.GetValues<Route>().SelectMany(other.Calls), Is.Empty);
    }

    [Test]
    public async Task Handlers_FactoryThatReturnsAUsedHandler_IsRefusedByName()
    {
        using var used = new Watching(_ => { }) { InnerHandler = new HttpClientHandler() };
        await using var sut = With(http => http.Handlers.Add(_ => used));

        Assert.That(
            () => sut.Get<IWorkflowTasks>(), Throws.InvalidOperationException.With.Message.Contains("CxoneHttpOptions.Handlers"));
    }

    [Test]
    public async Task Proxy_Set_TakesEveryCall()
    {
        await using var proxy = await ScriptedCxone.StartAsync();
        await using var sut = With(http => http.Proxy = new WebProxy(proxy.Address));

        await sut.ReadAsync();

        Assert.That(proxy.Calls(Route.Form), Has.Length.EqualTo(1));
        Assert.That(Cxone.Calls(Route.Form), Is.Empty);
    }

    [Test]
    public async Task ClientCertificates_Set_AreShownToAServerThatAsks()
    {
        using var certificate = SelfSigned();
        var shown = new TaskCompletionSource<string?>();
        await using var gateway = await StartGatewayAsync(certificate, shown);
        await using var sut = new CxoneUnderTest(
            new Uri(gateway.Urls.First()),
            services: services => services.Configure<CxoneHttpOptions>(http => http.ClientCertificates.Add(certificate)));

        // The test's own certificate has no issuer that this machine knows.
        ((SocketsHttpHandler)sut.Get<CxoneTransport>().Handler).SslOptions.RemoteCertificateValidationCallback =
            (_, remote, _, _) => remote?.GetCertHashString() == certificate.Thumbprint;
        await sut.ReadAsync();

        Assert.That(await CxoneUnderTest.Bounded(shown.Task), Is.EqualTo(certificate.Thumbprint));
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddYears(-1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private static async Task<WebApplication> StartGatewayAsync(X509Certificate2 certificate, TaskCompletionSource<string?> shown)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = (_, _, _) => true;
        })));
        var gateway = builder.Build();
        gateway.Run(context =>
        {
            shown.TrySetResult(context.Connection.ClientCertificate?.Thumbprint);
            return Answer.Status(404)(context);
        });
        await gateway.StartAsync();
        return gateway;
    }

    private CxoneUnderTest With(Action<CxoneHttpOptions> configure) =>
        new(Cxone.Address, services: services => services.Configure(configure));

    private sealed class Watching(Action<HttpRequestMessage> watch) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            watch(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Sends a creation; the service is stopped meanwhile, and the handler gives up on the answer.</summary>
    private sealed class TimingOut(CancellationTokenSource stopping) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (!request.RequestUri!.AbsolutePath.EndsWith("/workflows/tasks", StringComparison.Ordinal))
            {
                return answer;
            }

            answer.Dispose();
            await stopping.CancelAsync();
            throw new TaskCanceledException("The handler's time-out elapsed.", new InvalidOperationException());
        }
    }

    private sealed class Detached : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using (ExecutionContext.SuppressFlow())
            {
                return Task.Run(() => base.SendAsync(request, cancellationToken), cancellationToken);
            }
        }
    }
}
