using CxoneAssist.Application.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Http;

/// <summary>
/// A service registers defaults for all its HTTP clients; the calls to CXone stay as they are.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HttpDefaultsOfTheProcessTests : CxoneTests
{
    private static readonly (string Name, Action<IHttpClientBuilder> Apply)[] Defaults =
    [
        ("retries", client => client.AddHttpMessageHandler(() => new Repeating(3))),
        ("hedging", client => client.AddHttpMessageHandler(() => new Hedging())),
        ("redirects", client => client.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { AllowAutoRedirect = true })),
        ("a time-out of 1 ms", client => client.ConfigureHttpClient(http => http.Timeout = TimeSpan.FromMilliseconds(1))),
        ("another address", client => client.ConfigureHttpClient(http => http.BaseAddress = new Uri("http://127.0.0.1:9/"))),
        ("another header", client => client.ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("Idempotency-Key", "theirs"))),
    ];

    [Test]
    public async Task CreateAsync_DefaultsOfTheProcess_ChangeNothing(
        [Values("retries", "hedging", "redirects", "a time-out of 1 ms", "another address", "another header")] string name,
        [Values] bool before)
    {
        var apply = Array.Find(Defaults, each => each.Name == name).Apply;
        await using var sut = With(services => services.ConfigureHttpClientDefaults(apply), before);
        Cxone.On(Route.Create, name == "redirects"
            ? Answer.Status(307, "Location", new Uri(Cxone.Address, "/api/v2/workflows/tasks").ToString())
            : Answer.Status(500));

        var creation = await sut.CreateAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(creation.Failure().Kind, Is.EqualTo(FailureKind.Unknown));
            Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(1));
            Assert.That(Cxone.Calls(Route.Create)[0].Headers["Idempotency-Key"], Is.EqualTo("key-1"));
        }
    }

    [Test]
    public async Task CreateAsync_FactoryOptionsOfEveryNameAndFilters_ChangeNothing([Values] bool before)
    {
        await using var sut = With(
            services => services
                .ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(
                    builder => builder.AdditionalHandlers.Add(new Repeating(3))))
                .AddSingleton<IHttpMessageHandlerBuilderFilter>(new RepeatingFilter())
                .AddSingleton<HttpClient>(_ => new HttpClient(new Repeating(3) { InnerHandler = new HttpClientHandler() })),
            before);
        Cxone.On(Route.Create, Answer.Status(500));

        await sut.CreateAsync();

        Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(1));
    }

    private CxoneUnderTest With(Action<IServiceCollection> defaults, bool before) =>
        new(Cxone.Address, services: defaults, servicesFirst: before);

    private sealed class RepeatingFilter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.AdditionalHandlers.Add(new Repeating(3));
        };
    }
}

/// <summary>Repeats failed calls, as a standard resilience handler does.</summary>
internal sealed class Repeating(int times) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (i == times || (int)response.StatusCode < 500)
                {
                    return response;
                }
            }
            catch (HttpRequestException) when (i < times)
            {
                // Again.
            }
        }
    }
}

/// <summary>
/// Sends every call twice at once, as separate requests, and uses the first answer.
/// </summary>
internal sealed class Hedging : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        HttpRequestMessage[] both = [Copy(request, body), Copy(request, body)];
        var sent = both.Select(each => base.SendAsync(each, cancellationToken)).ToList();
        await Task.WhenAll(sent.Select(async each => await ((Task)each).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)));
        return await (sent.Find(each => each.IsCompletedSuccessfully) ?? sent[0]);
    }

    private static HttpRequestMessage Copy(HttpRequestMessage request, byte[]? body)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        if (body is not null)
        {
            copy.Content = new ByteArrayContent(body);
            copy.Content.Headers.ContentType = request.Content!.Headers.ContentType;
        }

        return copy;
    }
}
