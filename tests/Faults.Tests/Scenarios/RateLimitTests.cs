using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using CxoneAssist.Simulator;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>A burst of webhooks for a CXone that allows only so many calls a second.</summary>
[TestFixture(Database.Sqlite)]
[Timed]
public sealed class RateLimitTests(Database database) : FaultTest(database)
{
    private const double Rate = 200;
    private const int Bucket = 50;
    private const int Senders = 64;

    // A form, a task and a notification.
    private const int CallsEach = 3;

    private const double MostRefused = 0.05;

    // A measured duration, so nothing is promised while other tests run.
    private static readonly double SlowestRatio = SuiteExtent.Of(double.MaxValue, 1.15);

    // Learning the rate costs some fifty refusals, whatever the length of the burst: in a short
    // burst they exceed the promised share.
    private static readonly int Interactions = SuiteExtent.Of(500, 2000);

    [Test]
    public async Task Burst_BeyondWhatCxoneAllows_IsDoneAsFastAsItAllowsAndFightsNoLimit()
    {
        var (figures, share, ratio) = await RunAsync("");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
            Assert.That((Ledger.TaskCount, Ledger.NotificationCount), Is.EqualTo((Interactions, Interactions)));
            Assert.That(share, Is.Positive, "The limit was never met.");
            Assert.That(share, Is.LessThan(MostRefused));
            Assert.That(ratio, Is.LessThan(SlowestRatio));
        }
    }

    [Test, Slow]
    public async Task Burst_OfAHostThatFightsLimits_IsSeen() => Assert.That((await RunAsync("fights-limits")).Share, Is.GreaterThan(MostRefused));

    private async Task<(Figures Figures, double Share, double Ratio)> RunAsync(string mutant)
    {
        await StartCxoneAsync(new() { Faults = new() { RequestsPerSecond = Rate, RequestBurst = Bucket } });
        var host = await (mutant.Length > 0 ? StartFaultHostAsync(("FAULT_MUTANT", mutant)) : StartHostAsync());
        var traffic = new Traffic(Enumerable.Range(1, Interactions).Select(number => new Webhook($"burst-{number}~s2~")), Senders);
        await traffic.SendAsync(() => [host]);
        await SeeAllNotifiedAsync();
        var (took, ideal) = (traffic.Now.TotalSeconds, ((CallsEach * Interactions) - Bucket) / Rate);
        var (refused, calls) = (Count(call => Ledger.Answers(call, 429)), Count(Ledger.Calls));
        await SettledAsync(host);

        var figures = await ConcludeAsync(
            traffic.Acknowledged,
            host,
            $"notified={Ledger.NotificationCount} took={took:0.00}s ideal={ideal:0.00}s ratio={took / ideal:0.000} "
            + $"refused={refused} calls={calls} share={100d * refused / calls:0.00}% {mutant}");
        return (figures, (double)refused / calls, took / ideal);
    }

    private async Task SeeAllNotifiedAsync()
    {
        // Longer than any other wait here: the limit itself takes half a minute.
        for (var done = Interactions / 10; done <= Interactions; done += Interactions / 10)
        {
            await Ledger.WaitUntilAsync(ledger => ledger.NotificationCount >= done, $"{done} notifications");
        }
    }

    private static long Count(Func<SimulatorCall, long> count) =>
        count(SimulatorCall.Form) + count(SimulatorCall.CreateTask) + count(SimulatorCall.FindTasks) + count(SimulatorCall.Notify);
}
