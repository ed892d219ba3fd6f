using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Sandbox.Running;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Report;

/// <summary>
/// Keeps everything running, shows how to try it by hand, and shows the notifications that follow.
/// </summary>
internal sealed class ManualTrial(Terminal terminal, SandboxStage stage)
{
    public async Task UntilStoppedAsync(bool listsFollowUps, CancellationToken cancellationToken)
    {
        var invitation = new TrialInstructions(stage.Http.BaseAddress!, stage.Cxone.BaseAddress, stage.Settings);
        foreach (var line in invitation.Lines(listsFollowUps))
        {
            terminal.WriteVerbatim(line);
        }

        try
        {
            await stage.WhileHostRunsAsync(TellAsync, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.WriteVerbatim("Stopping.");
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var ledger = stage.Cxone.Ledger;
        for (var told = ledger.NotificationCount; ;)
        {
            await ledger.WaitUntilAsync(now => now.NotificationCount > told, cancellationToken);
            var sent = ledger.Notifications();
            foreach (var notification in sent.Skip(told))
            {
                ShowNotification(notification);
            }

            told = sent.Count;
        }
    }

    private void ShowNotification(SimulatorNotification notification) =>
        terminal.WriteVerbatim($"{Format.UtcTime(notification.SentAt)}  to "
            + $"{SafeText.Clean(notification.AgentId ?? "")}: {SafeText.Clean(notification.Message ?? "")}");
}
