using System.Net;

namespace CxoneAssist.Simulator.Tests;

public sealed class FormFaultTests
{
    private static readonly HttpStatusCode[] LateThenThere = [HttpStatusCode.NotFound, HttpStatusCode.OK];

    [Test]
    public async Task Form_LateByFault_IsNotFoundOnTheFirstAsksOfEachInteraction()
    {
        await using var caller = await Caller.StartSignedInAsync(new() { Faults = new() { LateForm = 1 }, DefaultScore = "2" });

        HttpStatusCode[] one = [await AskAsync(caller), await AskAsync(caller)];
        HttpStatusCode[] other = [await AskAsync(caller, "i-2"), await AskAsync(caller, "i-2")];

        Assert.That((one, other), Is.EqualTo((LateThenThere, LateThenThere)));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.FormLate), Is.EqualTo(2));
    }

    [Test]
    public async Task Form_LateByFaultForAShare_IsLateForAboutThatShareInAnyOrder()
    {
        var options = new CxoneSimulatorOptions { Faults = new() { LateForm = 0.3 }, DefaultScore = "2" };
        string[] ids = [.. Enumerable.Range(0, 400).Select(number => $"r1-{number}")];

        var (forwards, backwards) = (await LateOnesAsync(options, ids), await LateOnesAsync(options, ids.Reverse()));

        Assert.That(forwards, Has.Count.InRange(80, 160));
        Assert.That(backwards, Is.EquivalentTo(forwards));
    }

    [Test]
    public async Task Form_DeniedForAShare_IsDeniedForTheSameInteractionsEachTime()
    {
        await using var caller = await Caller.StartSignedInAsync(new() { Faults = new() { FormDenied = 0.3 }, DefaultScore = "2" });

        List<HttpStatusCode> first = [], second = [];
        for (var number = 0; number < 200; number++)
        {
            first.Add(await AskAsync(caller, $"r1-{number}"));
            second.Add(await AskAsync(caller, $"r1-{number}"));
        }

        Assert.That(second, Is.EqualTo(first));
        Assert.That(first, Has.All.AnyOf(HttpStatusCode.OK, HttpStatusCode.Forbidden));
        Assert.That(first.Count(status => status == HttpStatusCode.Forbidden), Is.InRange(40, 80));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.FormDenied), Is.EqualTo(2 * first.Count(status => status == HttpStatusCode.Forbidden)));
    }

    [Test]
    public async Task Form_Error_IsUnavailable()
    {
        await using var caller = await Caller.StartSignedInAsync(new() { Faults = new() { FormError = 1 }, DefaultScore = "2" });

        Assert.That(await AskAsync(caller), Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.FormError), Is.EqualTo(1));
    }

    [Test]
    public async Task Form_Html_IsAPageWith200()
    {
        await using var caller = await Caller.StartSignedInAsync(new() { Faults = new() { FormHtml = 1 }, DefaultScore = "2" });

        var reply = await caller.FormAsync("i-1");

        Assert.That((reply.Status, reply.Header("Content-Type")), Is.EqualTo((HttpStatusCode.OK, "text/html; charset=utf-8")));
        Assert.That(caller.Simulator.Ledger.Fired(SimulatorFault.FormHtml), Is.EqualTo(1));
    }

    private static async Task<HttpStatusCode> AskAsync(Caller caller, string interactionId = "i-1") =>
        (await caller.FormAsync(interactionId)).Status;

    private static async Task<List<string>> LateOnesAsync(CxoneSimulatorOptions options, IEnumerable<string> ids)
    {
        await using var caller = await Caller.StartSignedInAsync(options);
        List<string> late = [];
        foreach (var id in ids)
        {
            if (await AskAsync(caller, id) == HttpStatusCode.NotFound)
            {
                late.Add(id);
            }
        }

        return late;
    }
}
