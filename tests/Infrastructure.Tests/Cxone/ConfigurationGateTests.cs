using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Tests.Cxone;

internal sealed class ConfigurationGateTests : CxoneTests
{
    [TestCase(Route.Form, 401, "interaction:read postinteractionform:read")]
    [TestCase(Route.Form, 403, "interaction:read postinteractionform:read")]
    [TestCase(Route.Create, 401, "CxoneAssist:Cxone:ClientSecret")]
    [TestCase(Route.Create, 403, "workflow:task:create")]
    [TestCase(Route.Create, 404, "CxoneAssist:Cxone:BaseUrl")]
    [TestCase(Route.Notify, 403, "notification:write")]
    [TestCase(Route.Notify, 404, "CxoneAssist:Cxone:BaseUrl")]
    public async Task Gate_ThreeInteractionsDenied_PausesUntilAProbeSucceeds(Route route, int status, string remedy)
    {
        var good = route == Route.Form ? Answer.Json(200, """{"responses":[]}""") : Answer.Json(201, """{"id":"x-1"}""");
        Cxone.On(route, Answer.Json(status, """{"message":"denied for jane@customer.example"}"""));

        var failures = new[] { await CallAsync(route, 1), await CallAsync(route, 2), await CallAsync(route, 3), await CallAsync(route, 4) };
        var sent = Cxone.Calls(route).Length;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failures.Select(failure => failure!.Kind), Is.EqualTo(new[]
            {
                FailureKind.Rejected, FailureKind.Rejected, FailureKind.Unavailable, FailureKind.Unavailable,
            }));
            Assert.That(failures[0]!.Reason, Does.Contain(remedy).And.Contain("denied for"));
            Assert.That(Sut.Logs.Select(record => record.ToString()).Append(Sut.Status.Summary), Has.None.Contains("customer.example"));
            Assert.That(failures[3]!.RetryAt, Is.EqualTo(CxoneUnderTest.Start.AddSeconds(5)));
            Assert.That(sent, Is.EqualTo(status == 401 ? 6 : 3));
            Assert.That(Sut.Gate.IsOpen, Is.False);
            Assert.That(Sut.Status, Has.Property("Healthy").False.And.Property("Summary").Contains(remedy));
            Assert.That(Alarms, Has.Exactly(1).Items);
        }

        // A probe that fails consumes nothing, and the next comes later.
        Sut.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.That(await CallAsync(route, 5), Has.Property("Kind").EqualTo(FailureKind.Unavailable));
        Assert.That(await CallAsync(route, 6), Has.Property("RetryAt").EqualTo(CxoneUnderTest.Start.AddSeconds(20)));
        Assert.That(Cxone.Calls(route), Has.Length.EqualTo(sent + (status == 401 ? 2 : 1)));

        Cxone.On(route, good);
        Sut.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.That(await CallAsync(route, 5), Is.Null);
        Assert.That(await CallAsync(route, 6), Is.Null);
        Assert.That(Sut.Gate.IsOpen, Is.True);
        Assert.That(Alarms, Has.Exactly(1).Items);
    }

    [Test]
    public async Task Gate_NotificationsOfOneInteractionDenied_StaysOpenWhateverTheySay()
    {
        Cxone.On(Route.Notify, Answer.Status(404));

        for (var i = 0; i < 4; i++)
        {
            await Sut.Notifications.NotifyAsync(new AgentNotification("i-1", $"agent-{i}", $"Message {i}"), CancellationToken.None);
        }

        Assert.That(Sut.Gate.IsOpen, Is.True);
    }

    [Test]
    public async Task Gate_AllCallsWhileItIsClosed_AreHeldButOneOfEachKindPerProbe()
    {
        await CloseByCreateAsync();

        Assert.That((await Sut.ReadAsync("i-7")).Failure().Kind, Is.EqualTo(FailureKind.Unavailable));
        Sut.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.That(await Sut.ReadAsync("i-7"), Is.InstanceOf<FormAnswer.Found>());
        Assert.That(Sut.Gate.IsOpen, Is.False, "reading forms shows nothing about creating tasks");
        Assert.That((await Sut.ReadAsync("i-8")).Failure().Kind, Is.EqualTo(FailureKind.Unavailable));
        Assert.That(await Sut.CreateAsync("i-7"), Is.InstanceOf<TaskCreation.Created>());
        Assert.That(Sut.Gate.IsOpen, Is.True);
    }

    [Test]
    public async Task Gate_FormsAreReadBetween_StillClosesForCreating()
    {
        Cxone.On(Route.Create, Answer.Status(403));
        for (var i = 0; i < 3; i++)
        {
            await Sut.ReadAsync($"i-{i}");
            await Sut.CreateAsync($"i-{i}");
        }

        Assert.That(Sut.Gate.IsOpen, Is.False);
    }

    [Test]
    public async Task Gate_SuccessBetween_StaysOpen()
    {
        Cxone.On(Route.Create, Answer.Status(403), Answer.Status(403), Answer.Json(201, """{"id":"t"}"""), Answer.Status(403), Answer.Status(403), Answer.Json(201, """{"id":"t"}"""));
        for (var i = 0; i < 6; i++)
        {
            await Sut.CreateAsync($"i-{i}");
        }

        Assert.That(Sut.Gate.IsOpen, Is.True);
    }

    [Test]
    public async Task Gate_OneInteractionDeniedAgainAndAgain_StaysOpen()
    {
        Cxone.On(Route.Create, Answer.Status(403));
        for (var i = 0; i < 10; i++)
        {
            Assert.That((await Sut.CreateAsync()).Failure().Kind, Is.EqualTo(FailureKind.Rejected));
        }

        Assert.That(Sut.Gate.IsOpen, Is.True);
    }

    [Test]
    public async Task Gate_MissingFormsAndTenantsThatCannotSearch_StayOpen()
    {
        Cxone.On(Route.Form, Answer.Status(404));
        Cxone.On(Route.Find, Answer.Status(403));
        for (var i = 0; i < 10; i++)
        {
            await Sut.ReadAsync($"i-{i}");
            await Sut.FindAsync($"i-{i}");
        }

        Assert.That(Sut.Gate.IsOpen, Is.True);
    }

    [Test]
    public async Task WaitUntilOpenOrProbe_WhileClosed_LetsOneProbeThroughAndGoesOnWhenItOpens()
    {
        Assert.That(await Sut.Gate.WaitUntilOpenOrProbeAsync(CancellationToken.None), Is.EqualTo(GateAdmission.Open));
        await CloseByCreateAsync();

        var probe = CxoneUnderTest.Bounded(Sut.Gate.WaitUntilOpenOrProbeAsync(CancellationToken.None).AsTask());
        Sut.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.That(probe.IsCompleted, Is.False);
        Sut.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.That(await probe, Is.EqualTo(GateAdmission.Probe));

        var next = CxoneUnderTest.Bounded(Sut.Gate.WaitUntilOpenOrProbeAsync(CancellationToken.None).AsTask());
        Assert.That(next.IsCompleted, Is.False);
        await Sut.CreateAsync("i-9");
        Assert.That(await next, Is.EqualTo(GateAdmission.Open));
    }

    [Test]
    public async Task WaitUntilOpenOrProbe_Cancelled_Throws()
    {
        await CloseByCreateAsync();
        using var cancellation = new CancellationTokenSource();
        var waiting = CxoneUnderTest.Bounded(Sut.Gate.WaitUntilOpenOrProbeAsync(cancellation.Token).AsTask());

        await cancellation.CancelAsync();

        await Assert.ThatAsync(() => waiting, Throws.InstanceOf<OperationCanceledException>());
    }

    private IEnumerable<string> Alarms => Sut.Logs.Where(record => record.Level == LogLevel.Critical).Select(record => record.Message);

    private async Task CloseByCreateAsync()
    {
        Cxone.On(Route.Create, Answer.Status(403), Answer.Status(403), Answer.Status(403), Answer.Json(201, """{"id":"t"}"""));
        for (var i = 0; i < 3; i++)
        {
            await Sut.CreateAsync($"i-{i}");
        }

        Assert.That(Sut.Gate.IsOpen, Is.False);
    }

    private async Task<CallFailure?> CallAsync(Route route, int interaction) => route switch
    {
        Route.Form => (await Sut.ReadAsync($"i-{interaction}") as FormAnswer.Failed)?.Failure,
        Route.Create => (await Sut.CreateAsync($"i-{interaction}") as TaskCreation.Failed)?.Failure,
        _ => await Sut.NotifyAsync($"i-{interaction}"),
    };
}
