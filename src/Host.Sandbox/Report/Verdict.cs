using CxoneAssist.Domain;
using CxoneAssist.Host.Sandbox.Running;
using Spectre.Console;

namespace CxoneAssist.Host.Sandbox.Report;

/// <summary>The last word: whether everything is as the policy says.</summary>
internal sealed class Verdict(Terminal terminal)
{
    private const int MostShown = 20;

    public void Show(RunResult result, InboxFolder folder)
    {
        if (result.Disagreements.Count > 0)
        {
            ShowDisagreements(result, folder);
            return;
        }

        var owed = result.Expected.Count(one => one.Decision is FollowUpRequired);
        terminal.Write(new Text(
            $"Agreed: CXone's ledger is what the policy says. {Words.Count(owed, "task")} owed and made once each, "
            + $"{Words.Count(result.Expected.Count - owed, "interaction")} without.",
            new Style(Color.Green)));
    }

    private void ShowDisagreements(RunResult result, InboxFolder folder)
    {
        var all = result.Disagreements;
        terminal.Write(new Text($"NOT AGREED: {Words.Count(all.Count, "difference")} between what happened and what the policy says.", new Style(Color.Red)));
        foreach (var one in all.Take(MostShown))
        {
            terminal.WriteVerbatim($"  {one.About}: {one.What}");
        }

        if (all.Count > MostShown)
        {
            terminal.WriteVerbatim($"  ... and {Words.Of(all.Count - MostShown)} more");
        }

        terminal.WriteVerbatim(folder.Kept);
    }
}
