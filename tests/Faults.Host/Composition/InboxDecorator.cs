using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Faults.Host.Composition;

/// <summary>A decorator of the inbox that passes every call on.</summary>
internal abstract class InboxDecorator(IFollowUpInbox inner) : IFollowUpInbox
{
    protected IFollowUpInbox Inner => inner;

    public virtual Task<ReceiveResult> ReceiveAsync(CompletedInteraction interaction, CancellationToken cancellationToken) =>
        inner.ReceiveAsync(interaction, cancellationToken);

    public virtual Task<IReadOnlyList<ClaimedFollowUp>> ClaimAsync(int max, CancellationToken cancellationToken) =>
        inner.ClaimAsync(max, cancellationToken);

    public virtual Task<ClaimedFollowUp?> ClaimProbeAsync(CancellationToken cancellationToken) => inner.ClaimProbeAsync(cancellationToken);

    public virtual Task<Lease?> SaveAsync(Lease lease, FollowUp followUp, LeaseAfter leaseAfter) => inner.SaveAsync(lease, followUp, leaseAfter);

    public virtual Task<SuppressionResult?> SaveSuppressedAsync(Lease lease, SuppressionKey key, Func<CustomerHistory, FollowUp> next) =>
        inner.SaveSuppressedAsync(lease, key, next);
}
