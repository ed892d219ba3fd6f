using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Availability;
using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Availability;

internal sealed class OutageTests : CxoneTests
{
    [Test]
    public async Task Outage_SeveralInteractions_PausesAndOneProbeEndsIt()
    {
        await PauseAsync(Answer.Status(500));
        var sent = Cxone.Calls(Route.Create).Length;

        var held = (await Sut.CreateAsync("i-x")).Failure();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((held.Kind, held.Outage), Is.EqualTo((FailureKind.Unavailable, true)));
            Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(sent));
            Assert.That(Sut.Status.Healthy, Is.False);
            Assert.That(Sut.Availability.TakesCalls, Is.False);
        }

        var release = new TaskCompletionSource();
        Cxone.On(Route.Create, async context =>
        {
            await release.Task;
            await Answer.Json(201, """{"id":"t"}""")(context);
        });
        await LetProbeAsync("i-1");
        var probe = Sut.CreateAsync("i-1");
        await Cxone.ArrivedAsync(Route.Create, sent + 1);
        Sut.Clock.Advance(PauseGate.LongestWait);
        Assert.That((await Sut.CreateAsync("i-2")).Failure().Kind, Is.EqualTo(FailureKind.Unavailable), "a second call next to the probe");

        release.SetResult();
        Assert.That(await probe, Is.InstanceOf<TaskCreation.Created>());
        Assert.That(await Sut.CreateAsync("i-3"), Is.InstanceOf<TaskCreation.Created>());
        Assert.That(Sut.Availability.TakesCalls, Is.True);
    }

    [Test]
    public async Task Outage_FewInteractionsForLong_Pauses()
    {
        Cxone.On(Route.Create, Answer.Status(500));
        for (var i = 1; i <= FailureStreak.Several; i++)
        {
            await Sut.CreateAsync($"i-{i}");
        }

        Sut.Clock.Advance(FailureStreak.Lasting);
        Assert.That(Sut.Availability.TakesCalls, Is.True);
        await Sut.CreateAsync("i-1");
        Assert.That(Sut.Availability.TakesCalls, Is.False);
    }

    [Test]
    public async Task Outage_SuccessBetween_DoesNotPause()
    {
        for (var i = 0; i < 4; i++)
        {
            Cxone.On(Route.Create, Answer.Status(500));
            await FailAsync(FailureStreak.Many - 1);
            Sut.Clock.Advance(TimeSpan.FromMinutes(1));
            Cxone.On(Route.Create, Answer.Json(201, """{"id":"t"}"""));
            await Sut.CreateAsync("good");
            Assert.That(Sut.Availability.TakesCalls, Is.True);
        }
    }

    [Test]
    public async Task Outage_ProbesFail_ComeOneAtATimeAtGrowingIntervals()
    {
        await PauseAsync(Answer.Status(500));
        var began = Sut.Clock.GetUtcNow();
        var sent = Cxone.Calls(Route.Create).Length;
        var probes = 0;
        while (Sut.Clock.GetUtcNow() - began < TimeSpan.FromHours(1))
        {
            Sut.Clock.Advance(Sut.Availability.NextProbeAt - Sut.Clock.GetUtcNow());
            Assert.That((await Sut.CreateAsync($"probe-{probes++}")).Failure(), Has.Property("Kind").EqualTo(FailureKind.Unknown).And.Property("Outage").True);
            Assert.That((await Sut.CreateAsync("next")).Failure().Kind, Is.EqualTo(FailureKind.Unavailable));
        }

        Assert.That(probes, Is.InRange(120, 220), "within seconds at first, every 30 s in the end");
        Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(sent + probes));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Outage_NoConnection_PausesAtOnceAndNamesTheAddress(bool reads)
    {
        await Sut.CreateAsync("token");
        await Cxone.DisposeAsync();
        for (var i = 0; i < FailureStreak.Several; i++)
        {
            var failure = reads
                ? (await Sut.PassTimeUntilAsync(Sut.ReadAsync($"i-{i}"))).Failure()
                : (await Sut.CreateAsync($"i-{i}")).Failure();
            Assert.That(failure, Has.Property("Outage").True.And.Property("Reason").Contains(Cxone.Address.Authority));
        }

        Assert.That(Sut.Availability.TakesCalls, Is.False);
        Assert.That(Sut.Status.Summary, Does.Contain($"http://{Cxone.Address.Authority}: no connection could be made (ConnectionRefused)"));
    }

    [Test]
    public async Task Outage_CxoneResets_Pauses() => await PauseAsync(Answer.Reset);

    [Test]
    public async Task Outage_NoToken_PausesAtOnceAndSparesTheEndpoint()
    {
        Cxone.On(Route.Token, Answer.Status(503));
        for (var i = 0; i < 100; i++)
        {
            Assert.That((await Sut.CreateAsync($"i-{i}")).Failure(), Has.Property("Kind").EqualTo(FailureKind.Unavailable).And.Property("Outage").True);
        }

        Assert.That(Cxone.Calls(Route.Token), Has.Length.EqualTo(1));
        Assert.That(Sut.Status.Summary, Does.Contain(Cxone.Address.Authority).And.Contain("answered 503"));
    }

    [Test]
    public async Task Outage_OnePoisonInteraction_NeverPauses()
    {
        Cxone.On(Route.Create, Answer.Status(500));
        for (var i = 0; i < 60; i++)
        {
            Assert.That((await Sut.CreateAsync("poison")).Failure().Kind, Is.EqualTo(FailureKind.Unknown));
            Sut.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.That(Sut.Availability.TakesCalls, Is.True);
    }

    [TestCase(Route.Notify)]
    [TestCase(Route.Find)]
    public async Task Outage_OfWhatATaskCanDoWithout_NeverPauses(Route route)
    {
        Cxone.On(route, Answer.Status(500));
        for (var i = 0; i < 60; i++)
        {
            await Sut.PassTimeUntilAsync<object?>(route == Route.Notify ? Erase(Sut.NotifyAsync($"i-{i}")) : Erase(Sut.FindAsync($"i-{i}")));
            Sut.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.That(Sut.Availability.TakesCalls, Is.True);

        static async Task<object?> Erase<T>(Task<T> call) => await call;
    }

    [TestCase(400)]
    [TestCase(422)]
    public async Task Outage_RefusedPayloads_NeverPauseAndAreTheirOwn(int status)
    {
        Cxone.On(Route.Create, Answer.Status(status));
        for (var i = 0; i < 60; i++)
        {
            Assert.That((await Sut.CreateAsync($"i-{i}")).Failure().Kind, Is.EqualTo(FailureKind.Rejected));
            Sut.Clock.Advance(TimeSpan.FromSeconds(5));
        }
    }

    [Test]
    public async Task Outage_RateLimit_NeverPauses()
    {
        Cxone.On(Route.Create, Answer.Status(429, "Retry-After", "1"));
        for (var i = 0; i < 40; i++)
        {
            await Sut.CreateAsync($"i-{i}");
            Sut.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(40));
    }

    private async Task FailAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Sut.Clock.Advance(TimeSpan.FromMilliseconds(50));
            Assert.That((await Sut.CreateAsync($"i-{i}")).Failure().Kind, Is.EqualTo(FailureKind.Unknown));
        }
    }

    private async Task PauseAsync(Func<HttpContext, Task> answer)
    {
        Cxone.On(Route.Create, answer);
        await FailAsync(FailureStreak.Many - 1);
        Assert.That(Sut.Availability.TakesCalls, Is.True);
        await FailAsync(1);
        Assert.That(Sut.Availability.TakesCalls, Is.False);
    }

    private async Task LetProbeAsync(string interactionId)
    {
        Sut.Clock.Advance(PauseGate.ShortestWait);
        Assert.That(await Sut.Availability.WaitAsync(CancellationToken.None), Is.EqualTo(Admission.OneProbe));
        Sut.Availability.GiveProbe(interactionId);
    }
}
