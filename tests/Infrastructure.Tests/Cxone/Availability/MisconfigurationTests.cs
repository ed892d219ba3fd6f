using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Availability;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Availability;

internal sealed class MisconfigurationTests : CxoneTests
{
    [TestCase(Route.Form, 401, "interaction:read postinteractionform:read")]
    [TestCase(Route.Form, 403, "interaction:read postinteractionform:read")]
    [TestCase(Route.Create, 401, "CxoneAssist:Cxone:ClientSecret")]
    [TestCase(Route.Create, 403, "workflow:task:create")]
    [TestCase(Route.Create, 404, "CxoneAssist:Cxone:BaseUrl")]
    [TestCase(Route.Notify, 403, "notification:write")]
    public async Task Denied_ToEverybody_PausesUntilAProbeSucceedsAndCostsNoAttempt(Route route, int status, string remedy)
    {
        var good = route == Route.Form ? Answer.Json(200, """{"responses":[]}""") : Answer.Json(201, """{"id":"x-1"}""");
        Cxone.On(route, Answer.Json(status, """{"message":"denied for jane@customer.example"}"""));

        List<CallFailure?> failures = [await CallAsync(route, 1), await CallAsync(route, 2)];
        if (status != 401)
        {
            failures.Add(await CallAsync(route, 3));
            Sut.Clock.Advance(FailureStreak.Lasting);
        }

        Assert.That(Sut.Availability.TakesCalls, Is.True);
        failures.Add(await CallAsync(route, 4));
        var sent = Cxone.Calls(route).Length;
        failures.Add(await CallAsync(route, 5));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failures.Select(failure => failure!.Kind), Is.All.EqualTo(FailureKind.Unavailable));
            Assert.That(failures[0]!.Reason, Does.Contain(remedy).And.Contain("denied for"));
            Assert.That(failures[0]!.RetryAt, Is.EqualTo(CxoneUnderTest.Start + FailureJudgement.ShortestWait));
            Assert.That(Sut.Logs.Select(record => record.ToString()).Append(Sut.Status.Summary), Has.None.Contains("customer.example"));
            Assert.That(Cxone.Calls(route), Has.Length.EqualTo(sent));
            Assert.That(sent, Is.EqualTo(status == 401 ? 6 : 4));
            Assert.That(Sut.Availability.TakesCalls, Is.False);
            Assert.That(Sut.Status, Has.Property("Healthy").False.And.Property("Summary").Contains(remedy));
            Assert.That(Alarms, Has.Exactly(1).Items);
        }

        // A probe that fails consumes nothing, and the next comes later.
        Sut.Clock.Advance(PauseGate.ShortestWait);
        Assert.That(await CallAsync(route, 5), Has.Property("Kind").EqualTo(FailureKind.Unavailable));
        Assert.That(await CallAsync(route, 6), Has.Property("Reason").Contains("pauses"));
        Assert.That(Cxone.Calls(route), Has.Length.EqualTo(sent + (status == 401 ? 2 : 1)));

        Cxone.On(route, good);
        Sut.Clock.Advance(PauseGate.LongestWait);
        Assert.That(await CallAsync(route, 5), Is.Null);
        Assert.That(await CallAsync(route, 6), Is.Null);
        Assert.That(Sut.Availability.TakesCalls, Is.True);
        Assert.That(Alarms, Has.Exactly(1).Items);
    }

    [TestCase(Route.Form, 403)]
    [TestCase(Route.Create, 403)]
    [TestCase(Route.Create, 404)]
    [TestCase(Route.Notify, 404)]
    public async Task Denied_WhileOthersSucceed_IsTheInteractionsOwn(Route route, int status)
    {
        var good = route == Route.Form ? Answer.Json(200, """{"responses":[]}""") : Answer.Json(201, """{"id":"x-1"}""");
        for (var round = 0; round < 3; round++)
        {
            Cxone.On(route, Answer.Status(status));
            for (var i = 0; i < 30; i++)
            {
                var failure = await CallAsync(route, i);
                Assert.That(failure!.Kind, Is.EqualTo(round == 0 ? FailureKind.Unavailable : FailureKind.Rejected), $"{round} {i}");
            }

            Cxone.On(route, good);
            Assert.That(await CallAsync(route, 100), Is.Null);
            Sut.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.That(Sut.Availability.TakesCalls, Is.True);
    }

    [Test]
    public async Task Denied_UnknownAgents_AreTheirOwnOnceTasksWereCreatedAndNeverPause()
    {
        Cxone.On(Route.Notify, Answer.Status(404));
        for (var i = 1; i <= 2 * FailureStreak.Many; i++)
        {
            Assert.That((await CallAsync(Route.Notify, i))!.Kind, Is.EqualTo(FailureKind.Unavailable), "the address may be wrong");
            Sut.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Cxone.On(Route.Create, Answer.Json(201, """{"id":"t"}"""));
        await CallAsync(Route.Create, 1);

        for (var i = 1; i <= 2 * FailureStreak.Many; i++)
        {
            Assert.That((await CallAsync(Route.Notify, i))!.Kind, Is.EqualTo(FailureKind.Rejected));
            Sut.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(Sut.Availability.TakesCalls, Is.True);
    }

    [Test]
    public async Task Denied_NotificationsOfOneInteraction_DoNotPauseWhateverTheySay()
    {
        Cxone.On(Route.Notify, Answer.Status(404));

        for (var i = 0; i < 4; i++)
        {
            await Sut.Notifications.NotifyAsync(new AgentNotification("i-1", $"agent-{i}", $"Message {i}"), CancellationToken.None);
            Sut.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.That(Sut.Availability.TakesCalls, Is.True);
    }

    [Test]
    public async Task Pause_AProbeSucceedsAtAnotherKind_GoesOnWithItAlone()
    {
        await PauseByCreateAsync();

        Assert.That((await Sut.ReadAsync("i-7")).Failure().Kind, Is.EqualTo(FailureKind.Unavailable));
        Sut.Clock.Advance(PauseGate.LongestWait);
        Assert.That(await Sut.ReadAsync("i-7"), Is.InstanceOf<FormAnswer.Found>());
        Assert.That(Sut.Availability.TakesCalls, Is.False, "reading forms shows nothing about creating tasks");
        Assert.That((await Sut.ReadAsync("i-8")).Failure().Kind, Is.EqualTo(FailureKind.Unavailable));
        Cxone.On(Route.Create, Answer.Json(201, """{"id":"t"}"""));
        Assert.That(await Sut.CreateAsync("i-7"), Is.InstanceOf<TaskCreation.Created>());
        Assert.That(Sut.Availability.TakesCalls, Is.True);
    }

    [Test]
    public async Task Pause_ProbesAreDenied_FetchesANewTokenNowAndThenAndNoMore()
    {
        await PauseByCreateAsync();
        Cxone.On(Route.Create, Answer.Status(403));
        var (began, tokens) = (Sut.Clock.GetUtcNow(), Cxone.Calls(Route.Token).Length);
        for (var probe = 0; probe < 60; probe++)
        {
            Sut.Clock.Advance(Sut.Availability.NextProbeAt - Sut.Clock.GetUtcNow());
            await Sut.CreateAsync($"probe-{probe}");
        }

        var seconds = (Sut.Clock.GetUtcNow() - began).TotalSeconds;
        Assert.That(Cxone.Calls(Route.Token).Length - tokens, Is.InRange(2, (seconds / 10) + 1), $"in {seconds} s");
    }

    [Test]
    public async Task Denied_FormsAreReadBetween_StillPausesForCreating()
    {
        Cxone.On(Route.Create, Answer.Status(401));
        for (var i = 0; i < 3; i++)
        {
            await Sut.ReadAsync($"i-{i}");
            await Sut.CreateAsync($"i-{i}");
        }

        Assert.That(Sut.Availability.TakesCalls, Is.False);
    }

    [Test]
    public async Task Denied_MissingFormsAndTenantsThatCannotSearch_DoNotPause()
    {
        Cxone.On(Route.Form, Answer.Status(404));
        Cxone.On(Route.Find, Answer.Status(403));
        for (var i = 0; i < 60; i++)
        {
            await Sut.ReadAsync($"i-{i}");
            await Sut.FindAsync($"i-{i}");
            Sut.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.That(Sut.Availability.TakesCalls, Is.True);
    }

    [Test]
    public async Task Wait_WhilePaused_LetsOneProbeThroughAndGoesOnWhenThePauseEnds()
    {
        Assert.That(await Sut.Availability.WaitAsync(CancellationToken.None), Is.EqualTo(Admission.All));
        await PauseByCreateAsync();

        var probe = CxoneUnderTest.Bounded(Sut.Availability.WaitAsync(CancellationToken.None).AsTask());
        Assert.That(probe.IsCompleted, Is.False);
        Sut.Clock.Advance(PauseGate.ShortestWait);
        Assert.That(await probe, Is.EqualTo(Admission.OneProbe));
        Sut.Availability.GiveProbe("i-9");

        var next = CxoneUnderTest.Bounded(Sut.Availability.WaitAsync(CancellationToken.None).AsTask());
        Sut.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.That(next.IsCompleted, Is.False);
        Cxone.On(Route.Create, Answer.Json(201, """{"id":"t"}"""));
        await Sut.CreateAsync("i-9");
        Assert.That(await next, Is.EqualTo(Admission.All));
    }

    [TestCase("i-9")]
    [TestCase(null)]
    public async Task Wait_TheProbeShowsNothing_LetsTheNextThroughSoon(string? chosen)
    {
        await PauseByCreateAsync();
        Sut.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.That(await Sut.Availability.WaitAsync(CancellationToken.None), Is.EqualTo(Admission.OneProbe));

        Sut.Availability.GiveProbe(chosen);
        Sut.Availability.WorkEnded("i-9");

        Sut.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.That(await Sut.Availability.WaitAsync(CancellationToken.None), Is.EqualTo(Admission.OneProbe));
    }

    [Test]
    public async Task Wait_Cancelled_Throws()
    {
        await PauseByCreateAsync();
        using var cancellation = new CancellationTokenSource();
        var waiting = CxoneUnderTest.Bounded(Sut.Availability.WaitAsync(cancellation.Token).AsTask());

        await cancellation.CancelAsync();

        await Assert.ThatAsync(() => waiting, Throws.InstanceOf<OperationCanceledException>());
    }

    private IEnumerable<string> Alarms => Sut.Logs.Where(record => record.Level == LogLevel.Critical).Select(record => record.Message);

    private async Task PauseByCreateAsync()
    {
        Cxone.On(Route.Create, Answer.Status(401));
        for (var i = 0; i < 3; i++)
        {
            await Sut.CreateAsync($"i-{i}");
        }

        Assert.That(Sut.Availability.TakesCalls, Is.False);
    }

    private async Task<CallFailure?> CallAsync(Route route, int interaction) => route switch
    {
        Route.Form => (await Sut.ReadAsync($"i-{interaction}") as FormAnswer.Failed)?.Failure,
        Route.Create => (await Sut.CreateAsync($"i-{interaction}") as TaskCreation.Failed)?.Failure,
        _ => await Sut.NotifyAsync($"i-{interaction}"),
    };
}
