using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Writes its progress whoever holds the lease by now.</summary>
internal sealed class IgnoresTokens(IFollowUpInbox inner, IFollowUpRecords records) : InboxInFront(inner)
{
    private static readonly TimeSpan Ever = TimeSpan.FromHours(1);

    public override async Task<Lease?> SettleAsync(Lease lease, FollowUp followUp, bool keepLease)
    {
        if (await base.SettleAsync(lease, followUp, keepLease) is { } renewed)
        {
            return renewed;
        }

        var known = await records.FindAsync(followUp.Interaction.InteractionId, CancellationToken.None);
        var note = new Intervention(followUp.ReceivedAt, "replay", "mutant");
        await records.AmendAsync(known!, followUp, note, CancellationToken.None);
        return new Lease(lease.Row, known!.Token + 1, lease.EndsAt + Ever);
    }
}
