using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Sandbox.Running;
using Spectre.Console;

namespace CxoneAssist.Host.Cli.Sandbox.Report;

/// <summary>The final result: whether everything is as the policy demands.</summary>
internal sealed class Agreement(Terminal terminal)
{
    private const int MostShown = 20;

    public void Show(RunResult result, InboxFolder folder)
    {
        if (result.Disagreements.Count > 0)
        {
            ShowDisagreements(result, folder);
            return;
        }

        if (!result.IsTried)
        {
            ShowUntried(result, folder);
            return;
        }

        var (owed, suppressed) = (result.Expected.Count(one => one.Owed is not null), result.Suppressed.Count);
        terminal.Write(new Text(
            $"Agreed: CXone's ledger is what the policy says. {Format.Count(owed - suppressed, "task")} owed and made once each, "
            + (suppressed == 0 ? "" : $"{Format.Number(suppressed)} suppressed, ")
            + $"{Format.Count(result.Expected.Count - owed, "interaction")} without.",
            new Style(Color.Green)));
    }

    private void ShowUntried(RunResult result, InboxFolder folder)
    {
        terminal.Write(new Text(
            $"NOTHING TRIED: the policy reads a score in none of {Format.Count(result.Expected.Count, "survey")}, so that there is nothing to "
            + "agree on. Play surveys with answers on the policy's scale.",
            new Style(Color.Red)));
        terminal.WriteVerbatim(folder.Kept);
    }

    private void ShowDisagreements(RunResult result, InboxFolder folder)
    {
        var all = result.Disagreements;
        terminal.Write(
            new Text(
                $"NOT AGREED: {Format.Count(all.Count, "difference")} between what happened and what the policy says.",
                new Style(Color.Red)));
        foreach (var one in all.Take(MostShown))
        {
            terminal.WriteVerbatim($"  {SafeText.Clean(one.About)}: {SafeText.Clean(one.What)}");
        }

        if (all.Count > MostShown)
        {
            terminal.WriteVerbatim($"  … and {Format.Number(all.Count - MostShown)} more");
        }

        terminal.WriteVerbatim(folder.Kept);
    }
}
