using System.Globalization;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Report;

/// <summary>The calls to the simulator while it ran alone.</summary>
internal sealed class CallSummary(Terminal terminal)
{
    public void Show(SimulatorLedger ledger)
    {
        var snapshot = ledger.Snapshot();
        var sheet = new TextTable().Text("Call").Text("Answer").Number("Times");
        foreach (var ((call, status), times) in snapshot.Answers.OrderBy(answer => answer.Key))
        {
            sheet.Row(
                call.ToString(),
                status == 0 ? "none" : status.ToString(CultureInfo.InvariantCulture),
                Format.Number(times));
        }

        sheet.Show(terminal);
        var facts = new KeyValueList();
        facts.Add("Tasks", Format.Number(snapshot.Tasks.Count));
        facts.Add("Second tasks", Format.Number(ledger.TasksPerInteraction().Values.Sum(tasks => (long)tasks - 1)));
        facts.Add("Notifications", Format.Number(snapshot.Notifications.Count));
        facts.Show(terminal);
    }
}
