using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>Hosts that are frozen for longer than their leases, and then continue.</summary>
[TestFixture(Database.PostgreSql)]
public sealed class FreezeTests(Database database) : FaultTest(database)
{
    [TestCase("before:check")]
    [TestCase("after:create")]
    [TestCase("before:commit:created")]
    [TestCase("before:commit:done")]
    [TestCase("before:commit:intent")]
    public async Task Host_FrozenBeyondItsLease_CanChangeNothingAfterwards(string point)
    {
        var (figures, stale, windows, doubleClaims) = await FreezeAsync(point, "");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(1)));
            Assert.That((doubleClaims, windows), Is.EqualTo((0L, 0)));
            Assert.That(stale, Is.Positive, "The frozen host never tried to write.");
        }
    }

    // Our side cannot close this window completely: calls through it are counted, and no call goes
    // another way. Mostly the call's time-out is over when the host resumes, and an unsent call is
    // not sent then.
    [Test]
    public async Task Host_FrozenBetweenItsLastCheckAndItsCall_RepeatsAtMostWhatWentThroughTheWindow()
    {
        var (figures, _, windows, doubleClaims) = await FreezeAsync("before:create", "");

        Assert.That((figures.Lost, doubleClaims), Is.EqualTo((0, 0L)));
        Assert.That(figures.Dup, Is.LessThanOrEqualTo(windows));
    }

    [Test, Slow]
    public async Task Host_ThatDoesNotLookAtItsLeaseFrozenBeyondIt_IsSeen() =>
        Assert.That((await FreezeAsync("before:check", "sends-without-looking")).Figures.Dup, Is.Positive);

    [Test, Slow]
    public async Task Host_ThatIgnoresTokensFrozenBeyondItsLease_IsSeen() =>
        Assert.That((await FreezeAsync("before:commit:created", "ignores-tokens")).Figures.Violated);

    [Test]
    public async Task Host_FrozenInACustomersTurn_HoldsNobodyElseBackAndThatCustomerNotForLong()
    {
        const int many = 40;
        await StartCxoneAsync();
        (string, string?) policy = ("CXONE_POLICY_FILE", await SuppressingPolicy.WriteAsync(Folder));
        var frozen = await StartFaultHostAsync(policy, ("FAULT_STOP_AT", "in:suppression"), ("FAULT_ACTION", "stop"));
        await frozen.Webhooks.SendAsync(new Webhook("again-0~s2~") { CustomerId = "again" });
        var fired = await frozen.Process.SaysAsync(line => line.StartsWith("FAULT stopped", StringComparison.Ordinal));

        var other = await StartHostAsync(Settings.With(policy));
        var traffic = new Traffic(Enumerable.Range(1, many).SelectMany(number => new[]
        {
            new Webhook($"again-{number}~s2~") { CustomerId = "again" }, new Webhook($"one-{number}~s2~") { CustomerId = $"{number}" },
        }));
        await traffic.SendAsync(() => [other]);
        await Ledger.WaitUntilAsync(ledger => ledger.TaskCount >= many, "the tasks of those who are not held back");
        await SettledAsync(other);
        frozen.Process.Resume();
        await frozen.Process.StopAsync();

        var tasks = Ledger.Tasks().ToLookup(task => task.InteractionId!.StartsWith("again-", StringComparison.Ordinal));
        var others = traffic.Acknowledged.Where(id => id.StartsWith("one-", StringComparison.Ordinal)).ToList();
        var figures = await ConcludeAsync(others, other, $"refused={traffic.Refused} tasks_of_one_customer={tasks[true].Count()} {fired}");
        Assert.That((figures, traffic.Refused, tasks[true].Count()), Is.EqualTo((Figures.Clean(many), 0, 1)));
    }

    private async Task<(Figures Figures, int Stale, int Windows, long DoubleClaims)> FreezeAsync(string point, string mutant)
    {
        await StartCxoneAsync();
        var frozen = await StartFaultHostAsync(("FAULT_STOP_AT", point), ("FAULT_ACTION", "stop"), ("FAULT_MUTANT", mutant));
        await PostgreSql.WatchLeasesAsync();
        const string interaction = "frozen~s2~";
        await frozen.Webhooks.SendAsync(new Webhook(interaction));
        var fired = await frozen.Process.SaysAsync(line => line.StartsWith("FAULT stopped", StringComparison.Ordinal));

        var other = await StartHostAsync(Settings);
        await other.Operator.SeeAsync(interaction, "done");
        frozen.Process.Resume();
        await (mutant.Length > 0
            ? Ledger.WaitUntilAsync(ledger => ledger.NotificationCount > 1 || ledger.TaskCount > 1, "what must not be done twice")
            : frozen.Process.SaysAsync(line => line.Contains("stale write refused", StringComparison.Ordinal)));
        // When the host has ended, all its pending actions are done.
        await frozen.Process.StopAsync();

        var (stale, windows) = (Said(frozen, "stale write refused"), Said(frozen, "sent after its lease"));
        var doubleClaims = await PostgreSql.DoubleClaimsAsync();
        var figures = await ConcludeAsync(
            [interaction], other, $"double_claim={doubleClaims} stale_refused={stale} window={windows} {fired} {mutant}");
        return (figures, stale, windows, doubleClaims);
    }

    internal static int Said(HostClient host, string what) =>
        host.Process.Errors.Count(line => line.Contains(what, StringComparison.Ordinal));
}
