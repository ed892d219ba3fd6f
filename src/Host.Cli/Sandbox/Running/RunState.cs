using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Sandbox.Service;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>The progress of a run.</summary>
/// <param name="Acknowledged">Webhooks acknowledged.</param>
/// <param name="Webhooks">Total webhooks.</param>
/// <param name="Interactions">Total interactions.</param>
/// <param name="Inbox">The host's follow-ups by state.</param>
internal sealed record RunState(int Acknowledged, int Webhooks, int Interactions, InboxCounts Inbox)
{
    public bool IsOver => Acknowledged == Webhooks && Inbox.Open == 0 && Inbox.Settled >= Interactions;

    /// <summary>The same for people.</summary>
    public ProgressState ToProgress() => new(
        IsOver, Item("Acknowledged", Acknowledged, Webhooks), Item("Settled", Inbox.Settled, Interactions));

    private static ProgressItem Item(string what, long count, int all)
    {
        var (now, whole) = (Format.Number(count), Format.Number(all));
        return new($"  {what,-12}  {now.PadLeft(whole.Length)} of {whole}", count, all);
    }
}
