using System.Globalization;
using System.Net;
using System.Text;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Cxone;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Workflow;

internal sealed class WireContractTests : CxoneTests
{
    [Test]
    public async Task Token_IsAskedForAsAFormWithTheFourScopes()
    {
        await Sut.ReadAsync();

        var call = Cxone.Calls(Route.Token).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.Target, Is.EqualTo("/oauth/token"));
            Assert.That(call.Headers["Content-Type"], Does.StartWith("application/x-www-form-urlencoded"));
            Assert.That(call.Headers, Does.Not.ContainKey("Authorization"));
            Assert.That(call.Body.Split('&').Select(WebUtility.UrlDecode), Is.EqualTo(new[]
            {
                "grant_type=client_credentials",
                "client_id=client-1",
                "client_secret=" + CxoneUnderTest.Secret,
                "scope=interaction:read postinteractionform:read workflow:task:create notification:write",
            }));
        }
    }

    [Test]
    public async Task ReadAsync_Form_IsGotWithTheToken()
    {
        await Sut.ReadAsync("8305c058-38a8");

        var call = Cxone.Calls(Route.Form).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.Target, Is.EqualTo("/api/v2/interactions/8305c058-38a8/postinteractionforms"));
            Assert.That(call.Headers["Authorization"], Is.EqualTo("Bearer token-1"));
        }
    }

    [Test]
    public async Task CreateAsync_StoredPayload_IsSentByteForByte()
    {
        const string Payload = """{ "subject" : "Grüße \u003C", "anything": [1,  2] }""";

        var outcome = await Sut.Tasks.CreateAsync(
            new TaskRequest("i-1", Payload, "key-7"), CxoneUnderTest.Start.AddMinutes(1), CancellationToken.None);

        var call = Cxone.Calls(Route.Create).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Outcomes.As<TaskCreation.Created>(outcome).TaskId, Is.EqualTo("task-1"));
            Assert.That(call.Target, Is.EqualTo("/api/v2/workflows/tasks"));
            Assert.That(call.Body, Is.EqualTo(Payload));
            Assert.That(call.Headers["Content-Type"], Is.EqualTo("application/json"));
            Assert.That(call.Headers["Idempotency-Key"], Is.EqualTo("key-7"));
            Assert.That(call.Headers["Authorization"], Is.EqualTo("Bearer token-1"));
        }
    }

    [TestCase("2026-11-23T10:00:00Z", "2026-11-23T10:00:00.000Z")]
    [TestCase("2026-11-23T11:00:00+01:00", "2026-11-23T10:00:00.000Z")]
    [TestCase("2026-11-23T10:00:00.1Z", "2026-11-23T10:00:00.100Z")]
    [TestCase("2026-11-23T10:00:00.1230000Z", "2026-11-23T10:00:00.123Z")]
    [TestCase("2026-11-23T10:00:00.1234567Z", "2026-11-23T10:00:00.123Z")]
    public void Compose_Task_GivesTheContractsBody(string due, string expected)
    {
        var payload = Sut.Tasks.Compose(CxoneUnderTest.NewTask("i-1") with
        {
            Subject = "The subject",
            Description = "The description",
            DueDate = DateTimeOffset.Parse(due, CultureInfo.InvariantCulture),
            Priority = TaskPriority.Critical,
        });

        Assert.That(payload, Is.EqualTo(
            $$"""{"subject":"The subject","description":"The description","dueDate":"{{expected}}","priority":"Critical","assigneeId":"agent-042","customFields":[{"id":"interaction_id_link","value":"i-1"}]}"""));
    }

    [Test]
    public async Task NotifyAsync_Message_IsSentAsTheContractSays()
    {
        var failure = await Sut.Notifications.NotifyAsync(
            new AgentNotification("i-1", "agent-042", "New Assist Task assigned: t-1."), CancellationToken.None);

        var call = Cxone.Calls(Route.Notify).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure, Is.Null);
            Assert.That(call.Target, Is.EqualTo("/api/v2/notifications/agents"));
            Assert.That(call.Body, Is.EqualTo(
                """{"agentId":"agent-042","message":"New Assist Task assigned: t-1.","type":"desktop","priority":"high"}"""));
        }
    }

    [Test]
    public async Task Ids_WithReservedCharacters_StayOnePathSegmentAndOneQueryValue()
    {
        const string Id = "a.b_c~d:e@f+g=h-i";

        await Sut.ReadAsync(Id);
        await Sut.FindAsync(Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Cxone.Calls(Route.Form).Single().Target, Is.EqualTo("/api/v2/interactions/a.b_c~d%3Ae%40f%2Bg%3Dh-i/postinteractionforms"));
            Assert.That(Cxone.Calls(Route.Find).Single().Target, Is.EqualTo(
                "/api/v2/workflows/tasks?customFieldId=interaction_id_link&customFieldValue=a.b_c~d%3Ae%40f%2Bg%3Dh-i"));
        }
    }

    [Test]
    public async Task Calls_OfAnyKind_AskForJsonAndSayHowLongTheyAre()
    {
        await Sut.ReadAsync();
        await Sut.CreateAsync();
        await Sut.FindAsync();
        await Sut.NotifyAsync();

        var calls = Enum.GetValues<Route>().SelectMany(Cxone.Calls).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(calls, Has.Count.EqualTo(5));
            foreach (var call in calls)
            {
                var length = call.Method == "GET" ? null : Encoding.UTF8.GetByteCount(call.Body).ToString(CultureInfo.InvariantCulture);
                Assert.That(call.Headers.GetValueOrDefault("Accept"), Is.EqualTo("application/json"), call.Target);
                Assert.That(call.Headers.GetValueOrDefault("Content-Length"), Is.EqualTo(length), call.Target);
                Assert.That(call.Headers, Does.Not.ContainKey("Transfer-Encoding"), call.Target);
            }
        }
    }

    [Test]
    public async Task Calls_WhoseBodyAHandlerReplaces_StillSayHowLongTheyAre()
    {
        await using var sut = new CxoneUnderTest(
            Cxone.Address,
            services: services => services.Configure<CxoneHttpOptions>(http => http.Handlers.Add(_ => new Replacing())));

        await sut.NotifyAsync();

        var call = Cxone.Calls(Route.Notify).Single();
        Assert.That((call.Body, call.Headers.GetValueOrDefault("Content-Length")), Is.EqualTo(("other", "5")));
    }

    [TestCase("..")]
    [TestCase("../workflows/tasks?x=")]
    [TestCase("%2e%2e")]
    [TestCase("a/b")]
    [TestCase("a\r\nb")]
    [TestCase("")]
    public async Task ReadAsync_NoId_IsNotSent(string id)
    {
        var answer = await Sut.ReadAsync(id);

        Assert.That(answer.Failure().Kind, Is.EqualTo(FailureKind.Rejected));
        Assert.That(Enum.GetValues<Route>().SelectMany(Cxone.Calls), Is.Empty);
    }

    [Test]
    public async Task BaseUrl_WithAPath_PrefixesEveryCall()
    {
        await using var sut = new CxoneUnderTest(new Uri(Cxone.Address, "/tenant/one/"));

        await sut.ReadAsync();
        await sut.FindAsync("i-1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Cxone.Calls(Route.Token).Single().Target, Is.EqualTo("/tenant/one/oauth/token"));
            Assert.That(Cxone.Calls(Route.Form).Single().Target, Does.StartWith("/tenant/one/api/v2/interactions/i-1/"));
            Assert.That(Cxone.Calls(Route.Find).Single().Target, Does.StartWith("/tenant/one/api/v2/workflows/tasks?"));
        }
    }

    private sealed class Replacing : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content = request.RequestUri!.AbsolutePath.EndsWith("/agents", StringComparison.Ordinal)
                ? new StreamContent(new UnknownLength())
                : request.Content;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class UnknownLength() : MemoryStream(Encoding.UTF8.GetBytes("other"))
    {
        public override bool CanSeek => false;
    }
}
