using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Availability;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Tests.Cxone;

internal sealed class TokenTests : CxoneTests
{
    private static readonly string[] BothTokens = ["Bearer token-1", "Bearer token-2"];
    private static readonly Func<HttpContext, Task> Form = Answer.Json(200, """{"responses":[{"fieldName":"a","value":"2"}]}""");

    private string? _secret = CxoneUnderTest.Secret;

    [TearDown]
    public void TearDown() => _secret = CxoneUnderTest.Secret;

    [TestCase("3600", 3570)]
    [TestCase("\"3600\"", 3570)]
    [TestCase("61", 31)]
    [TestCase("20", 10)]
    [TestCase("0", 270)]
    [TestCase("-5", 270)]
    [TestCase("null", 270)]
    [TestCase("\"soon\"", 270)]
    [TestCase("{}", 270)]
    [TestCase("1e300", 86370)]
    public async Task Token_IsReusedUntil30SecondsBeforeItExpires(string expiresIn, int usableSeconds)
    {
        Cxone.On(Route.Token, Answer.Json(200, $$"""{"access_token":"token-1","expires_in":{{expiresIn}}}"""));
        await Sut.ReadAsync();

        Sut.Clock.Advance(TimeSpan.FromSeconds(usableSeconds - 1));
        await Sut.ReadAsync();
        Assert.That(Cxone.Calls(Route.Token), Has.Length.EqualTo(1));

        Sut.Clock.Advance(TimeSpan.FromSeconds(1));
        await Sut.ReadAsync();
        Assert.That(Cxone.Calls(Route.Token), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Token_SecretWasChangedMeanwhile_IsAskedForWithTheNewOneAndNeverWithNone()
    {
        await Sut.ReadAsync();
        foreach (var secret in new[] { "a-fresh-secret", null })
        {
            _secret = secret;
            Sut.Clock.Advance(TimeSpan.FromHours(2));
            await Sut.ReadAsync();
        }

        Assert.That(
            Cxone.Calls(Route.Token).Select(call => System.Web.HttpUtility.ParseQueryString(call.Body)["client_secret"]),
            Is.EqualTo(new[] { CxoneUnderTest.Secret, "a-fresh-secret", "a-fresh-secret" }));
        Assert.That(Sut.Logs.Select(log => log.Message), Has.Some.Contains("ClientSecret is missing").And.None.Contains("a-fresh-secret"));
    }

    [Test]
    public async Task Token_SettingsAreNoLongerUsable_IsSaidBeforeATokenIsNeededAndUntilTheyAreAgain()
    {
        await Sut.ReadAsync();
        _secret = null;
        Assert.That(Sut.Status.Healthy, Is.False);
        Assert.That(Sut.Status.Summary, Does.Contain("ClientSecret is missing").And.Contain("previous id and secret stay in force"));
        Assert.That(await Sut.CreateAsync(), Is.InstanceOf<TaskCreation.Created>());

        _secret = "a-fresh-secret";
        Assert.That(Sut.Status, Is.EqualTo(new CxoneConnectionReport(true, "CXone takes calls.")));
        Assert.That(Sut.Logs.Count(log => log.Message.Contains("not usable", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task Token_RejectedOnce_IsFetchedOnceMoreAndTheCallSucceeds()
    {
        Cxone.On(Route.Token, Tokens());
        Cxone.On(Route.Create, Answer.Status(401), Answer.Json(201, """{"id":"task-1"}"""));

        Assert.That(await Sut.CreateAsync(), Is.InstanceOf<TaskCreation.Created>());
        Assert.That(Cxone.Calls(Route.Create).Select(call => call.Headers["Authorization"]), Is.EqualTo(BothTokens));
    }

    [Test]
    public async Task Token_RejectedAlways_FailsTheCallAfterTwoSendings()
    {
        Cxone.On(Route.Token, Tokens());
        Cxone.On(Route.Create, Answer.Status(401));

        var failure = (await Sut.CreateAsync()).Failure();

        Assert.That(failure, Has.Property("Kind").EqualTo(FailureKind.Unavailable).And.Property("Reason").Contains("CxoneAssist:Cxone:ClientId"));
        Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(2));
        Assert.That(Cxone.Calls(Route.Token), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Token_HundredCallersAtOnce_IsFetchedOnce()
    {
        var release = new TaskCompletionSource();
        Cxone.On(Route.Token, async context =>
        {
            await release.Task;
            await Tokens()(context);
        });
        var calls = Enumerable.Range(0, 100).Select(i => Sut.ReadAsync($"i-{i}")).ToArray();
        await Cxone.ArrivedAsync(Route.Token, 1);

        release.SetResult();

        Assert.That(await CxoneUnderTest.Bounded(Task.WhenAll(calls)), Is.All.InstanceOf<FormAnswer.Found>());
        Assert.That(Cxone.Calls(Route.Token), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Token_RejectedForHundredCallersAtOnce_IsFetchedOnceMore()
    {
        Cxone.On(Route.Token, Tokens());
        Cxone.On(Route.Form, context => (context.Request.Headers.Authorization == "Bearer token-1" ? Answer.Status(401) : Form)(context));

        var calls = Enumerable.Range(0, 100).Select(i => Sut.ReadAsync($"i-{i}"));

        Assert.That(await CxoneUnderTest.Bounded(Task.WhenAll(calls)), Is.All.InstanceOf<FormAnswer.Found>());
        Assert.That(Cxone.Calls(Route.Token), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Drop_TokenThatWasReplacedMeanwhile_KeepsTheNewOne()
    {
        Cxone.On(Route.Token, Tokens());
        var tokens = Sut.Get<TokenCache>();
        var first = await GetAsync();
        tokens.Drop(first);
        var second = await GetAsync();

        tokens.Drop(first);

        Assert.That(await GetAsync(), Is.SameAs(second));

        async Task<AccessToken> GetAsync() => Outcomes.As<TokenAnswer.Granted>(await tokens.GetAsync(CancellationToken.None)).Token;
    }

    [Test]
    public async Task Token_CallerGivesUp_IsStillFetchedForTheOthers()
    {
        var release = new TaskCompletionSource();
        Cxone.On(Route.Token, async context =>
        {
            await release.Task;
            await Tokens()(context);
        });
        using var cancellation = new CancellationTokenSource();
        var impatient = CxoneUnderTest.Bounded(Sut.Forms.ReadAsync("i-1", cancellation.Token));
        await Cxone.ArrivedAsync(Route.Token, 1);
        var patient = Sut.ReadAsync("i-2");

        await cancellation.CancelAsync();
        await Assert.ThatAsync(() => impatient, Throws.InstanceOf<OperationCanceledException>());
        release.SetResult();

        Assert.That(await patient, Is.InstanceOf<FormAnswer.Found>());
        Assert.That(Cxone.Calls(Route.Token), Has.Length.EqualTo(1));
    }

    private static readonly object[] Outages =
    [
        new object[] { "500", Answer.Status(500) },
        new object[] { "HTML", Answer.Json(200, "<html/>", "text/html") },
        new object[] { "no token", Answer.Json(200, """{"expires_in":3600}""") },
        new object[] { "empty token", Answer.Json(200, """{"access_token":""}""") },
        new object[] { "header injection", Answer.Json(200, """{"access_token":"a\u000d\u000aX: y"}""") },
        new object[] { "reset", (Func<HttpContext, Task>)Answer.Reset },
    ];

    [TestCaseSource(nameof(Outages))]
    public async Task Token_EndpointFails_LeavesTheCallUnsentAndRecovers(string fault, Func<HttpContext, Task> answer)
    {
        Cxone.On(Route.Token, answer, Tokens());

        var failure = (await Sut.CreateAsync()).Failure();

        Assert.That(failure.Kind, Is.EqualTo(FailureKind.Unavailable), fault);
        Assert.That(Cxone.Calls(Route.Create), Is.Empty, fault);
        Sut.Clock.Advance(PauseGate.ShortestWait);
        Assert.That(await Sut.CreateAsync(), Is.InstanceOf<TaskCreation.Created>(), fault);
    }

    [Test]
    public async Task Token_EmptySuccess_IsCalledSo([Values("", " \r\n", "null")] string body, [Values(200, 204)] int status)
    {
        Cxone.On(Route.Token, Answer.Bytes(status, System.Text.Encoding.UTF8.GetBytes(status == 204 ? "" : body)));

        var failure = (await Sut.CreateAsync()).Failure();

        Assert.That(failure.Kind, Is.EqualTo(FailureKind.Unavailable));
        Assert.That(failure.Reason, Does.Contain($"it answered {status} with an empty body"));
    }

    [Test]
    public async Task Token_EndpointHangs_IsGivenUpAfterItsTime()
    {
        Cxone.On(Route.Token, Answer.Never);
        var call = Sut.CreateAsync();
        await Cxone.ArrivedAsync(Route.Token, 1);

        Sut.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.That((await call).Failure().Kind, Is.EqualTo(FailureKind.Unavailable));
    }

    [TestCase(400, "CxoneAssist:Cxone:ClientSecret")]
    [TestCase(401, "CxoneAssist:Cxone:ClientId")]
    [TestCase(404, "CxoneAssist:Cxone:TokenPath")]
    public async Task Token_ClientRefused_PausesAllWorkAtOnceAndNamesTheSetting(int status, string setting)
    {
        Cxone.On(Route.Token, Answer.Status(status));

        var first = (await Sut.CreateAsync()).Failure();
        var second = (await Sut.ReadAsync()).Failure();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Has.Property("Kind").EqualTo(FailureKind.Unavailable).And.Property("RetryAt").EqualTo(CxoneUnderTest.Start.AddSeconds(5)));
            Assert.That(second.Kind, Is.EqualTo(FailureKind.Unavailable));
            Assert.That(first.Reason, Does.Contain(setting));
            Assert.That(Cxone.Calls(Route.Token), Has.Length.EqualTo(1));
            Assert.That(Sut.Status, Has.Property("Healthy").False.And.Property("Summary").Contains(setting));
        }

        Cxone.On(Route.Token, Tokens());
        Sut.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.That(await Sut.ReadAsync(), Is.InstanceOf<FormAnswer.Found>());
        Assert.That(Sut.Availability.TakesCalls, Is.True);
    }

    [TestCase("", "")]
    [TestCase(""","scope":"interaction:read postinteractionform:read workflow:task:create notification:write other" """, "")]
    [TestCase(""","scope":["interaction:read","postinteractionform:read","workflow:task:create","notification:write"]""", "")]
    [TestCase(""","scope":["interaction:read postinteractionform:read","workflow:task:create, notification:write"]""", "")]
    [TestCase(""","scope":"interaction:read,postinteractionform:read, workflow:task:create;notification:write" """, "")]
    [TestCase(""","scope":"Interaction:Read PostInteractionForm:Read\tWORKFLOW:TASK:CREATE notification:write" """, "")]
    [TestCase(""","scope":null""", "")]
    [TestCase(""","scope":" , " """, "")]
    [TestCase(""","scope":[]""", "")]
    [TestCase(""","scope":[7]""", "")]
    [TestCase(""","scope":[null]""", "")]
    [TestCase(""","scope":["interaction:read",{"name":"postinteractionform:read"}]""", "")]
    [TestCase(""","scope":{"interaction":"read"}""", "")]
    [TestCase(""","scope":true""", "")]
    [TestCase(""","scope":"[\"interaction:read\"]" """, "")]
    [TestCase(""","scope":["interaction:read","postinteractionform:read"]""", "workflow:task:create notification:write")]
    [TestCase(""","scope":"INTERACTION:READ,postinteractionform:read" """, "workflow:task:create notification:write")]
    [TestCase(""","scope":"interaction:read postinteractionform:read" """, "workflow:task:create notification:write")]
    public async Task Token_GrantedScopes_AreComparedWithThoseAskedFor(string scope, string missing)
    {
        Cxone.On(Route.Token, Answer.Json(200, $$"""{"access_token":"token-1","expires_in":3600{{scope}}}"""));

        await Sut.ReadAsync();
        Sut.Clock.Advance(TimeSpan.FromHours(1));
        await Sut.ReadAsync();

        var warnings = Sut.Logs.Where(record => record.Level == LogLevel.Warning).Select(record => record.Message).ToArray();
        if (missing.Length == 0)
        {
            Assert.That(warnings, Is.Empty);
            Assert.That(Sut.Status.Healthy, Is.True);
        }
        else
        {
            Assert.That(warnings, Has.Exactly(1).Contains(missing));
            Assert.That(Sut.Status, Has.Property("Healthy").False.And.Property("Summary").Contains(missing));
        }
    }

    private static Func<HttpContext, Task> Tokens()
    {
        var count = 0;
        return context => Answer.Json(200, $$"""{"access_token":"token-{{Interlocked.Increment(ref count)}}","expires_in":3600}""")(context);
    }

    protected override void Configure(CxoneOptions options) => options.ClientSecret = _secret;
}
