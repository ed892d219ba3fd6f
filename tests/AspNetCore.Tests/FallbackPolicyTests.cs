using System.Net;
using System.Security.Claims;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.AspNetCore.Tests.Health;
using CxoneAssist.AspNetCore.Tests.Webhooks;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.AspNetCore.Tests;

/// <summary>A service that asks for a signed-in user wherever nothing else is said.</summary>
internal sealed class FallbackPolicyTests
{
    private const string Health = "/healthz/ready";
    private const string Webhook = "/webhooks/interaction-completed";

    [TestCase(Health)]
    [TestCase("/healthz/live")]
    public async Task Health_UnderAFallbackPolicy_NeedsNoUser(string path)
    {
        await using var server = await StartAsync(app => app.MapCxoneHealth());

        Assert.That(await StatusAsync(server, Get(path)), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StatusAsync(server, Get("/own")), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Webhook_SignedUnderAFallbackPolicy_NeedsNoUser()
    {
        await using var server = await StartAsync(app => app.MapCxoneWebhooks());

        Assert.That(await StatusAsync(server, new SignedWebhook().Sign().ToRequest()), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Webhook_WithAWrongSignature_IsRefusedForItsSignature()
    {
        await using var server = await StartAsync(app => app.MapCxoneWebhooks());

        using var response = await server.Client.SendAsync(new SignedWebhook().Sign(SignedWebhook.OtherSecret).ToRequest());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("signature"));
    }

    [Test]
    public async Task Webhook_ThatNothingSigns_StaysUnderTheFallbackPolicy()
    {
        await using var server = await StartAsync(app => app.MapCxoneWebhooks(), ("CxoneAssist:Webhook:AllowUnsigned", "true"));

        Assert.That(await StatusAsync(server, new SignedWebhook().ToRequest()), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCaseSource(nameof(Demands))]
    public async Task Endpoints_OfWhichTheServiceDemandsAUser_DemandIt(Action<IEndpointConventionBuilder> demand)
    {
        await using var server = await StartAsync(app =>
        {
            demand(app.MapCxoneHealth());
            demand(app.MapCxoneWebhooks());
        });

        Assert.That(await StatusAsync(server, Get(Health)), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await StatusAsync(server, new SignedWebhook().Sign().ToRequest()), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCaseSource(nameof(Demands))]
    public async Task Endpoints_InAGroupOfWhichTheServiceDemandsAUser_DemandIt(Action<IEndpointConventionBuilder> demand)
    {
        await using var server = await StartAsync(app =>
        {
            var group = app.MapGroup("/inner");
            demand(group);
            group.MapCxoneHealth();
            group.MapCxoneWebhooks();
        });

        Assert.That(await StatusAsync(server, Get("/inner" + Health)), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(
            await StatusAsync(server, new SignedWebhook().Sign().ToRequest("/inner" + Webhook)),
            Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    // AllowAnonymous would win over all of these.
    private static IEnumerable<TestCaseData> Demands()
    {
        yield return Demand("any user", endpoints => endpoints.RequireAuthorization());
        yield return Demand("a policy", endpoints => endpoints.RequireAuthorization(policy => policy.RequireClaim(ClaimTypes.Name)));
        yield return Demand("a scheme", endpoints =>
            endpoints.RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = Nobody.Scheme }));
        yield return Demand("a requirement", endpoints => endpoints.WithMetadata(new NamedOnly()));
    }

    private static TestCaseData Demand(string name, Action<IEndpointConventionBuilder> demand) =>
        new TestCaseData(demand).SetArgDisplayNames(name);

    private static Task<LoopbackServer> StartAsync(Action<IEndpointRouteBuilder> map, params (string Key, string Value)[] settings) =>
        LoopbackServer.StartAsync(
            SignedWebhook.Now,
            (settings.Length == 0 ? [("CXONE_WEBHOOK_SECRET", SignedWebhook.Secret)] : settings)
                .Select(one => KeyValuePair.Create(one.Item1, (string?)one.Item2)),
            AddServices,
            app =>
            {
                app.UseAuthentication().UseAuthorization();
                app.MapGet("/own", () => "For signed-in people.");
                map(app);
            });

    private static void AddServices(IServiceCollection services)
    {
        services.AddCxoneWebhooks()
            .AddSingleton<IFollowUpRecords>(new ScriptedRecords())
            .AddSingleton<IRequestHandler<AcceptInteraction, ReceiveResult>>(new RecordingHandler());
        services.AddAuthenticationCore(options => options.AddScheme<Nobody>(Nobody.Scheme, displayName: null));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static async Task<HttpStatusCode> StatusAsync(LoopbackServer server, HttpRequestMessage request)
    {
        using var response = await server.Client.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Knows no user.</summary>
    private sealed class Nobody : IAuthenticationHandler
    {
        public const string Scheme = "nobody";

        private HttpContext? context;

        public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
        {
            this.context = context;
            return Task.CompletedTask;
        }

        public Task<AuthenticateResult> AuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

        public Task ChallengeAsync(AuthenticationProperties? properties)
        {
            context!.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        public Task ForbidAsync(AuthenticationProperties? properties) => throw new NotSupportedException();
    }

    private sealed class NamedOnly : IAuthorizationRequirementData, IAuthorizationRequirement
    {
        public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
    }
}
