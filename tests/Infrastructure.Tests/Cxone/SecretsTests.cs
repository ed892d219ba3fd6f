using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using CxoneAssist.Infrastructure.Cxone.Workflow;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace CxoneAssist.Infrastructure.Tests.Cxone;

internal sealed class SecretsTests : CxoneTests
{
    private const string Token = "canary-token/+Ab==";

    private static readonly string[] Canaries =
    [
        CxoneUnderTest.Secret, Token, Uri.EscapeDataString(CxoneUnderTest.Secret), Uri.EscapeDataString(Token), "canary-secret", "canary-token",
    ];

    [Test]
    public async Task Secrets_CxoneEchoesEverything_AreInNoReasonLogOrStatus()
    {
        List<string?> texts = [];
        foreach (var status in new[] { 200, 202, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503 })
        {
            await using var sut = new CxoneUnderTest(
                Cxone.Address, options => options.CreateTimeout = options.NotifyTimeout = options.FormTimeout = options.LookUpTimeout = TimeSpan.FromSeconds(30));
            foreach (var route in new[] { Route.Form, Route.Create, Route.Find, Route.Notify })
            {
                Cxone.On(route, context => Answer.Json(status, System.Text.Json.JsonSerializer.Serialize(new
                {
                    message = $"rejected {context.Request.Headers.Authorization} of {CxoneUnderTest.Secret}",
                    headers = new[] { context.Request.Headers.Authorization.ToString() },
                }))(context));
            }

            for (var i = 0; i < 4; i++)
            {
                texts.Add((await sut.PassTimeUntilAsync(sut.CreateAsync($"i-{i}"))).ToString());
                texts.Add((await sut.PassTimeUntilAsync(sut.NotifyAsync($"i-{i}")))?.ToString() ?? "notified");
                texts.Add((await sut.PassTimeUntilAsync(sut.ReadAsync($"i-{i}"))).ToString());
                texts.Add((await sut.PassTimeUntilAsync(sut.FindAsync($"i-{i}"))).ToString());
                texts.Add(sut.Status.Summary);
            }

            texts.AddRange(sut.Logs.Select(record => record.ToString()));
        }

        AssertClean(texts);
        Assert.That(texts, Has.Some.Contains("rejected Bearer *** of ***"), "the canaries were there to be seen");
    }

    [TestCase(200)]
    [TestCase(302)]
    [TestCase(400)]
    [TestCase(401)]
    [TestCase(429)]
    [TestCase(500)]
    public async Task Secrets_TokenEndpointEchoesTheRequest_AreInNoReasonLogOrStatus(int status)
    {
        Cxone.On(Route.Token, async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsJsonAsync(new { error = $"bad client_secret={CxoneUnderTest.Secret}" });
        });

        var outcome = await Sut.CreateAsync();

        AssertClean([outcome.ToString(), Sut.Status.Summary, .. Sut.Logs.Select(record => record.ToString())]);
    }

    [Test]
    public async Task RefitsExceptions_KeepNeitherTokenNorRequestBody()
    {
        Cxone.On(Route.Token, Answer.Status(400));
        Cxone.On(Route.Form, Answer.Status(400));
        await using var services = new ServiceCollection().Configure<CxoneOptions>(options =>
        {
            options.BaseUrl = Cxone.Address.ToString();
            options.ClientId = options.ClientSecret = CxoneUnderTest.Secret;
        }).AddLogging().AddCxone().BuildServiceProvider();
        var request = new TokenRequestWire { ClientId = "client-1", ClientSecret = CxoneUnderTest.Secret };

        using var token = await services.GetRequiredService<ITokenApi>().FetchTokenAsync("oauth/token", request, CancellationToken.None);
        UseCanary();
        var call = WorkflowScopes.Call(CallKind.ReadForm, "i-1");
        using var form = await services.GetRequiredService<IWorkflowApi>().ReadFormAsync("i-1", call, CancellationToken.None);

        foreach (var error in new ApiExceptionBase?[] { token.Error, form.Error })
        {
            Assert.That(error!.RequestMessage.Headers.Authorization, Is.Null);
            Assert.That(error.RequestMessage.Content, Is.Null);
            AssertClean([error.ToString()]);
        }
    }

    [SetUp]
    public void UseCanary() => Cxone.On(Route.Token, Answer.Json(200, $$"""{"access_token":"{{Token}}","expires_in":3600}"""));

    private static void AssertClean(IEnumerable<string?> texts)
    {
        var leaks = texts.Where(text => text is not null && Canaries.Any(canary => text.Contains(canary, StringComparison.Ordinal)));
        Assert.That(leaks, Is.Empty);
    }
}
