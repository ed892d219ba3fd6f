using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Infrastructure.Tests.Cxone;

internal sealed class CircuitTests : CxoneTests
{
    [Test]
    public async Task Circuit_FailuresOfSeveralInteractions_OpenItAndOneProbeClosesIt()
    {
        await OpenAsync(Answer.Status(500));
        var sent = Cxone.Calls(Route.Create).Length;

        var held = (await Sut.CreateAsync("i-x")).Failure();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(held.Kind, Is.EqualTo(FailureKind.Unavailable));
            Assert.That(held.RetryAt, Is.InRange(CxoneUnderTest.Start, CxoneUnderTest.Start.AddSeconds(5)));
            Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(sent));
            Assert.That(Sut.Status.Healthy, Is.False);
            Assert.That(Sut.Gate.IsOpen, Is.False);
        }

        var release = new TaskCompletionSource();
        Cxone.On(Route.Create, async context =>
        {
            await release.Task;
            await Answer.Json(201, """{"id":"t"}""")(context);
        });
        Sut.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.That(await Sut.Gate.WaitUntilOpenOrProbeAsync(CancellationToken.None), Is.EqualTo(GateAdmission.Probe));
        var probe = Sut.CreateAsync("i-1");
        await Cxone.ArrivedAsync(Route.Create, sent + 1);
        Assert.That((await Sut.CreateAsync("i-2")).Failure().Kind, Is.EqualTo(FailureKind.Unavailable), "a second call next to the probe");

        release.SetResult();
        Assert.That(await probe, Is.InstanceOf<TaskCreation.Created>());
        Assert.That(await Sut.CreateAsync("i-3"), Is.InstanceOf<TaskCreation.Created>());
        Assert.That(Sut.Gate.IsOpen, Is.True);
    }

    [TestCase(0, 20)]
    [TestCase(10, 10)]
    [TestCase(11, 11)]
    public async Task Circuit_HalfOfTwentyCallsOrMoreFail_OpensIt(int successes, int failures)
    {
        for (var i = 0; i < successes; i++)
        {
            await Sut.CreateAsync($"good-{i}");
        }

        Cxone.On(Route.Create, Answer.Status(500));
        for (var i = 1; i <= failures; i++)
        {
            Assert.That(Sut.Get<CxoneResilience>().Circuit.IsOpen, Is.True, $"before failure {i}");
            await Sut.CreateAsync($"i-{i}");
        }

        Assert.That(Sut.Get<CxoneResilience>().Circuit.IsOpen, Is.False);
    }

    [Test]
    public async Task Circuit_ProbeFails_StaysOpen()
    {
        await OpenAsync(Answer.Status(500));
        for (var i = 1; i <= 10; i++)
        {
            Sut.Clock.Advance(TimeSpan.FromSeconds(5));
            Assert.That((await Sut.CreateAsync("i-0")).Failure().Kind, Is.EqualTo(FailureKind.Unknown), "the probe");
            Assert.That((await Sut.CreateAsync("i-1")).Failure().Kind, Is.EqualTo(FailureKind.Unavailable), "the next call");
        }
    }

    [Test]
    public async Task Circuit_AnHourOfOutage_IsProbedOneCallAtATimeAndCostsNoAttempt()
    {
        await OpenAsync(Answer.Status(500));
        var (inside, most) = (0, 0);
        Cxone.On(Route.Form, async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Answer.Status(503)(context);
            Interlocked.Decrement(ref inside);
        });
        var kinds = new List<FailureKind>();
        for (var half = 0; half < 120; half++)
        {
            Sut.Clock.Advance(TimeSpan.FromSeconds(30));
            Assert.That(await Sut.Gate.WaitUntilOpenOrProbeAsync(CancellationToken.None), Is.EqualTo(GateAdmission.Probe));
            var reads = Enumerable.Range(0, 3).Select(i => Sut.ReadAsync($"i-{i}")).ToArray();
            kinds.AddRange((await Sut.PassTimeUntilAsync(Task.WhenAll(reads))).Select(answer => answer.Failure().Kind));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(kinds, Is.All.EqualTo(FailureKind.Unavailable));
            Assert.That(most, Is.EqualTo(1));
            Assert.That(Cxone.Calls(Route.Form), Has.Length.EqualTo(120));
        }

        Cxone.On(Route.Form, Answer.Json(200, """{"responses":[]}"""));
        Sut.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.That(await Sut.ReadAsync(), Is.InstanceOf<FormAnswer.Found>());
        Assert.That(Sut.Gate.IsOpen, Is.True);
    }

    [Test]
    public async Task Circuit_CxoneResets_Opens() => await OpenAsync(Answer.Reset);

    [Test]
    public async Task Circuit_TokenEndpointFails_OpensAndSparesIt()
    {
        Cxone.On(Route.Token, Answer.Status(503));
        for (var i = 0; i < 100; i++)
        {
            Assert.That((await Sut.CreateAsync($"i-{i}")).Failure().Kind, Is.EqualTo(FailureKind.Unavailable));
        }

        Assert.That(Cxone.Calls(Route.Token), Has.Length.LessThanOrEqualTo(CxoneResilience.MinimumThroughput));
    }

    [Test]
    public async Task Circuit_OnePoisonInteraction_NeverOpensIt()
    {
        Cxone.On(Route.Create, context => Answer.Status(500)(context));
        for (var i = 0; i < 60; i++)
        {
            Assert.That((await Sut.CreateAsync("poison")).Failure().Kind, Is.EqualTo(FailureKind.Unknown));
        }

        Cxone.On(Route.Create, Answer.Json(201, """{"id":"t"}"""));
        Assert.That(await Sut.CreateAsync("good"), Is.InstanceOf<TaskCreation.Created>());
        Assert.That(Sut.Gate.IsOpen, Is.True);
    }

    [TestCase(400)]
    [TestCase(422)]
    [TestCase(409)]
    public async Task Circuit_RefusedPayloads_NeverOpenIt(int status)
    {
        Cxone.On(Route.Create, Answer.Status(status));
        for (var i = 0; i < 60; i++)
        {
            Assert.That((await Sut.CreateAsync($"i-{i}")).Failure().Kind, Is.Not.EqualTo(FailureKind.Unavailable));
        }
    }

    [Test]
    public async Task Circuit_RateLimit_NeverOpensIt()
    {
        Cxone.On(Route.Create, Answer.Status(429, "Retry-After", "1"));
        for (var i = 0; i < 40; i++)
        {
            await Sut.CreateAsync($"i-{i}");
            Sut.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(40));
    }

    private async Task OpenAsync(Func<HttpContext, Task> answer)
    {
        Cxone.On(Route.Create, answer);
        for (var i = 0; Sut.Get<CxoneResilience>().Circuit.IsOpen; i++)
        {
            Assert.That((await Sut.CreateAsync($"i-{i}")).Failure().Kind, Is.EqualTo(FailureKind.Unknown));
            Assert.That(i, Is.LessThan(CxoneResilience.MinimumThroughput), "the circuit does not open");
        }
    }
}
