using System.Diagnostics;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Simulator;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>Hosts that end in the middle of their work.</summary>
public sealed class KillTests : EndToEndTest
{
    private const int Kills = 5;
    private const int Interactions = 400;

    private readonly WebhookLoad _load = new(Survey.Webhooks(Interactions));

    private HostSettings AtWork => Settings.With(("CxoneAssist__Cxone__MaxConcurrency", "12"));

    [Test, Slow]
    public async Task Kill_InMidLoadManyTimes_LosesNothingAndRepeatsNothing()
    {
        await StartCxoneAsync(Slow(new()));
        var unfinished = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await WorkUntilInTheMiddleAsync(await StartHostAsync(AtWork), host => host.Process.KillAsync());
            unfinished += Tally.Of(_load.Acknowledged, Ledger).Lost;
        }

        var cut = CutCalls();
        await FinishAsync();

        var tally = Tally.Of(_load.Acknowledged, Ledger);
        await TestContext.Out.WriteLineAsync($"kills={Kills} {tally} unfinished at the kills={unfinished} calls cut by them={cut}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tally, Is.EqualTo(new Tally(Interactions, Lost: 0, Dup: 0, Wrong: 0)));
            Assert.That(unfinished, Is.Positive, "No kill hit anything unfinished.");
            Assert.That(cut, Is.Positive, "No kill hit a call under way.");
        }
    }

    // Without a way to look tasks up, a create call that is not waited for would have to show as unconfirmed.
    [Test, Platform(Exclude = "Win", Reason = "There is no SIGTERM.")]
    public async Task Terminate_InMidLoad_FinishesOrHandsBackWhatIsInHand()
    {
        await StartCxoneAsync(Slow(new() { LookUpStatus = 403 }));
        var (exitCode, stopwatch) = (-1, new Stopwatch());
        await WorkUntilInTheMiddleAsync(
            await StartHostAsync(AtWork),
            async host =>
            {
                stopwatch.Start();
                exitCode = await host.Process.StopAsync();
                stopwatch.Stop();
            });
        var (cut, leased, unfinished) = (CutCalls(), LeasedRows(), Tally.Of(_load.Acknowledged, Ledger).Lost);

        var host = await FinishAsync();
        await StopCleanlyAsync(host);

        var tally = Tally.Of(_load.Acknowledged, Ledger);
        await TestContext.Out.WriteLineAsync($"{tally} stopped in {stopwatch.Elapsed.TotalSeconds:0.0} s, unfinished then={unfinished} writing calls cut={cut} rows left leased={leased}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That((cut, leased), Is.EqualTo((0, 0)));
            Assert.That(unfinished, Is.Positive, "There was nothing left to do.");
            Assert.That(tally, Is.EqualTo(new Tally(Interactions, Lost: 0, Dup: 0, Wrong: 0)));
            Assert.That(Ledger.NotificationCount, Is.EqualTo(Ledger.TaskCount));
            Assert.That(host.Process.Log, Has.None.Contains("\"Warning\"").And.None.Contains("\"Error\""), "Nothing is left for a person to look at.");
        }
    }

    // Some time passes before a call is executed and some after it, so that a host can end on either side.
    private static CxoneSimulatorOptions Slow(SimulatorFaults faults) => new()
    {
        Latency = TimeSpan.FromMilliseconds(40),
        Faults = faults with { SlowAnswer = 0.5, SlowAnswerDelay = TimeSpan.FromMilliseconds(100) },
    };

    /// <summary>Lets a host work, then ends it while calls of it are under way; the senders notice by themselves.</summary>
    private async Task WorkUntilInTheMiddleAsync(HostClient host, Func<HostClient, Task> end)
    {
        var (tasks, creates) = (Ledger.TaskCount, Ledger.Calls(SimulatorCall.CreateTask));
        var sending = _load.SendAsync(host.Webhooks);
        await Ledger.WaitUntilAsync(
            ledger => ledger.TaskCount >= tasks + 20 && ledger.Calls(SimulatorCall.CreateTask) > creates + (ledger.TaskCount - tasks),
            "a host in the middle of its work");
        await end(host);
        await sending;
    }

    private async Task<HostClient> FinishAsync()
    {
        var host = await StartHostAsync(AtWork);
        await _load.SendAsync(host.Webhooks);
        await host.Operator.SeeCountAsync("done", Interactions);
        return host;
    }

    // Those that change something: a question may be dropped at any time.
    private long CutCalls() => Ledger.Answers(SimulatorCall.CreateTask, 0) + Ledger.Answers(SimulatorCall.Notify, 0);

    private long LeasedRows()
    {
        using var connection = new SqliteConnection($"Data Source={Settings.InboxFile};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var leased = connection.CreateCommand();
        leased.CommandText = "select count(*) from follow_up where leased = 1";
        return (long)leased.ExecuteScalar()!;
    }
}
