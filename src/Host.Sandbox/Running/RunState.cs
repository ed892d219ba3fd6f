using CxoneAssist.Host.Sandbox.HostProcess;

namespace CxoneAssist.Host.Sandbox.Running;

/// <summary>How far a run has come.</summary>
/// <param name="Acknowledged">Webhooks acknowledged.</param>
/// <param name="Webhooks">Webhooks in all.</param>
/// <param name="Interactions">Interactions in all.</param>
/// <param name="Inbox">The host's follow-ups by state.</param>
internal sealed record RunState(int Acknowledged, int Webhooks, int Interactions, InboxCounts Inbox)
{
    public bool IsOver => Acknowledged == Webhooks && Inbox.Open == 0 && Inbox.Settled >= Interactions;
}
