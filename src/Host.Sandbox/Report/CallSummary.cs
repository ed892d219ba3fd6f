using CxoneAssist.Sandbox;

namespace CxoneAssist.Host.Sandbox.Report;

/// <summary>What the look-alike was asked while it ran alone.</summary>
internal sealed class CallSummary(Terminal terminal)
{
    public void Show(SandboxLedger ledger)
    {
        var snapshot = ledger.Snapshot();
        var sheet = new Sheet("Call").Column("Answer").Number("Times");
        foreach (var ((call, status), times) in snapshot.Answers.OrderBy(answer => answer.Key))
        {
            sheet.Row(call.ToString(), status == 0 ? "none" : Words.Plain(status), Words.Of(times));
        }

        sheet.Show(terminal);
        var facts = new Facts();
        facts.Add("Tasks", Words.Of(snapshot.Tasks.Count));
        facts.Add("Second tasks", Words.Of(ledger.TasksPerInteraction().Values.Sum(tasks => (long)tasks - 1)));
        facts.Add("Notifications", Words.Of(snapshot.Notifications.Count));
        facts.Show(terminal);
    }
}
