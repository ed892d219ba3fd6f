using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Simulator;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>
/// Embedded in a service that registers defaults for all its HTTP clients, while answers to create calls are lost.
/// <c>CXONEASSIST_CROWDED_SERVICE</c> names a build of tests/CrowdedService from packed packages instead of this one.
/// </summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.SqliteFirst)), Slow]
public sealed class HttpDefaultsTests(Database database) : FaultTest(database)
{
    // Fewer than half of all creations, or the connection would count as down and calls would pause.
    private const double Share = 0.4;
    private const string Mark = "Possible duplicate: ";

    private static readonly string[] Whens = SuiteExtent.Of<string[]>(["before"], ["before", "after"]);
    private static readonly bool[] LookUps = SuiteExtent.Of<bool[]>([false], [true, false]);
    private static readonly int LostAnswers = SuiteExtent.Of(20, 200);

    private static readonly string Program =
        Environment.GetEnvironmentVariable("CXONEASSIST_CROWDED_SERVICE") is { Length: > 0 } packed ? packed : "CxoneAssist.CrowdedService.dll";

    [Test]
    public async Task Answers_LostInAServiceWithHttpDefaults_MakeNoUnmarkedDuplicate(
        [Values("resilience", "hedging", "redirects", "logging")] string defaults, [ValueSource(nameof(Whens))] string when, [ValueSource(nameof(LookUps))] bool lookUp)
    {
        await StartCxoneAsync(new() { Faults = Faults(defaults) with { LookUpStatus = lookUp ? null : 403 } });
        var service = await StartHostAsync(Service(defaults, when));
        var load = new WebhookLoad([]);
        for (var i = 0; Lost(defaults) < LostAnswers; i++)
        {
            load.Add(Enumerable.Range(i * LostAnswers, LostAnswers).Select(number => new Webhook($"i-{number}~s2~")));
            await load.SendAsync(service.Webhooks);
            await Eventually.SeeAsync(
                () => Task.FromResult(Ledger.TasksPerInteraction().Count), created => created == load.Count, created => $"{created} of {load.Count} created");
        }

        Cxone.Faults = Cxone.Faults with { CreateErrorAfter = 0, CreateRedirected = 0 };
        await Ledger.WaitUntilAsync(ledger => ledger.NotificationCount >= load.Count, "every agent is notified");

        var tasks = Ledger.Tasks();
        var marked = tasks.Count(IsMarked);
        var unmarkedDuplicates = tasks.Count - marked - load.Count;
        await RecordAsync(
            $"acked={load.Count} lost={load.Count - Ledger.TasksPerInteraction().Count} "
            + $"unmarked_dup={unmarkedDuplicates} marked={marked} lost_answers={Lost(defaults)}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(unmarkedDuplicates, Is.Zero);
            Assert.That(marked, lookUp ? Is.Zero : Is.EqualTo(Lost(defaults)), "A duplicate of every lost answer, and no other.");
            Assert.That(Ledger.NotificationCount, Is.EqualTo(load.Count));
        }
    }

    private static SimulatorFaults Faults(string defaults) =>
        defaults == "redirects" ? new() { CreateRedirected = Share } : new() { CreateErrorAfter = Share };

    private static bool IsMarked(SimulatorTask task) => task.Description!.StartsWith(Mark, StringComparison.Ordinal);

    private long Lost(string defaults) => Ledger.Fired(defaults == "redirects" ? SimulatorFault.CreateRedirected : SimulatorFault.CreateErrorAfter);

    // An embedded service knows settings by their full names only.
    private HostSettings Service(string defaults, string when) => Settings.For(Program).With(
        ("PORT", null),
        ("CXONE_BASE_URL", null),
        ("CXONE_CLIENT_ID", null),
        ("CXONE_CLIENT_SECRET", null),
        ("CXONE_WEBHOOK_SECRET", null),
        ("CXONE_OPERATOR_KEY", null),
        ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
        ("Logging__Console__FormatterName", "json"),
        ("CxoneAssist__Cxone__BaseUrl", Cxone.BaseAddress.ToString()),
        ("CxoneAssist__Cxone__ClientId", HostSettings.ClientId),
        ("CxoneAssist__Cxone__ClientSecret", HostSettings.ClientSecret),
        ("CxoneAssist__Webhook__Secrets", HostSettings.WebhookSecret),
        ("CxoneAssist__FollowUp__UnconfirmedHold", "00:00:01"),
        ("HTTP_DEFAULTS", defaults),
        ("HTTP_DEFAULTS_WHEN", when));
}
