using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Availability;
using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Availability;

/// <summary>A form that was read is asked for once more where CXone denies another.</summary>
internal sealed class ControlReadTests : CxoneTests
{
    private const string Witness = "i-read";

    private static readonly Func<HttpContext, Task> Form = Answer.Json(200, """{"responses":[]}""");

    [TestCase(403)]
    [TestCase(200)]
    public async Task Form_DeniedWhileTheOneReadBeforeIsStillRead_IsTheInteractionsOwn(int status)
    {
        await ReadOneAsync();
        Cxone.On(Route.Form, context => (IsWitness(context) ? Form : Bad(status))(context));

        var own = await CountOwnAsync(rounds: 10);

        Assert.That(own, Is.AtLeast(4));
        Assert.That(Controls(), Is.InRange(5, 10));
    }

    [TestCase(403)]
    [TestCase(200)]
    public async Task Form_DeniedAsTheOneReadBeforeIsToo_IsNotItsOwnAndNoMoreThanOneIsAskedInFiveSeconds(int status)
    {
        await ReadOneAsync();
        Cxone.On(Route.Form, Bad(status));
        var began = Sut.Clock.GetUtcNow();

        var own = 0;
        for (var i = 0; i < 100; i++)
        {
            own += IsOwn(await ReadAsync($"i-{i}")) ? 1 : 0;
            Sut.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        Assert.That(own, Is.Zero);
        Assert.That(Controls(), Is.InRange(3, (int)((Sut.Clock.GetUtcNow() - began) / ControlRead.Interval) + 1));
        Assert.That(Sut.Availability.TakesCalls, Is.False, "everybody is denied");
    }

    [TestCase(429)]
    [TestCase(503)]
    [TestCase(404)]
    public async Task Form_TheControlReadTellsNothing_IsAskedForAgain(int status)
    {
        await ReadOneAsync();
        Cxone.On(Route.Form, context => (IsWitness(context) ? Answer.Status(status) : Bad(403))(context));

        // A read that is answered 503 is repeated after a wait.
        await Sut.PassTimeUntilAsync(Sut.ReadAsync("i-bad"));
        Sut.Clock.Advance(ControlRead.Interval);
        Cxone.On(Route.Form, context => (IsWitness(context) ? Form : Bad(403))(context));

        Assert.That(await CountOwnAsync(rounds: 10), Is.AtLeast(3));
    }

    [Test]
    public async Task Form_DeniedInAPause_IsExplainedByTheControlReadAsTheOneProbe()
    {
        await ReadOneAsync();
        Cxone.On(Route.Form, Bad(403));
        for (var i = 0; i < 2 * FailureStreak.Many; i++)
        {
            await ReadAsync($"i-{i}");
            Sut.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.That(Sut.Availability.TakesCalls, Is.False);
        Sut.Clock.Advance(PauseGate.LongestWait);
        var (sent, release) = (Cxone.Calls(Route.Form).Length, new TaskCompletionSource());
        Cxone.On(Route.Form, async context =>
        {
            if (IsWitness(context))
            {
                await release.Task;
            }

            await (IsWitness(context) ? Form : Bad(403))(context);
        });
        var probe = Sut.ReadAsync("i-1");
        await Cxone.ArrivedAsync(Route.Form, sent + 2);
        Sut.Clock.Advance(TimeSpan.FromSeconds(8));
        Assert.That((await Sut.ReadAsync("i-2")).Failure().Reason, Does.Contain("pauses"), "a second call next to the control read");

        release.SetResult();
        await CxoneUnderTest.Bounded(probe);
        Assert.That(Sut.Availability.TakesCalls, Is.True);
    }

    private static Func<HttpContext, Task> Bad(int status) => status == 200 ? Answer.Json(200, "<html>") : Answer.Status(status);

    private static bool IsWitness(HttpContext context) => context.Request.Path.Value!.Contains($"/{Witness}/", StringComparison.Ordinal);

    private static bool IsOwn(CallFailure failure) => !failure.Outage && failure.Kind != FailureKind.Unavailable;

    private async Task ReadOneAsync()
    {
        Cxone.On(Route.Form, Form);
        await Sut.ReadAsync(Witness);
    }

    private async Task<CallFailure> ReadAsync(string interactionId) => (await Sut.ReadAsync(interactionId)).Failure();

    private async Task<int> CountOwnAsync(int rounds)
    {
        var own = 0;
        for (var round = 0; round < rounds; round++)
        {
            own += IsOwn(await ReadAsync("i-bad")) ? 1 : 0;
            Sut.Clock.Advance(ControlRead.Interval);
        }

        return own;
    }

    private int Controls() => Cxone.Calls(Route.Form).Count(call => call.Target.Contains($"/{Witness}/", StringComparison.Ordinal)) - 1;
}
