using CxoneAssist.Application.Ports;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Counts an attempt for every call during an outage of CXone.</summary>
internal sealed class CountsOutages(IPostInteractionForms inner) : IPostInteractionForms
{
    public async Task<FormAnswer> ReadAsync(string interactionId, CancellationToken cancellationToken) =>
        await inner.ReadAsync(interactionId, cancellationToken) switch
        {
            FormAnswer.Failed { Failure: { Outage: true } or { Kind: FailureKind.Unavailable } } away =>
                new FormAnswer.Failed(away.Failure with { Kind = FailureKind.Rejected, Outage = false, RetryAt = null }),
            var answer => answer,
        };
}
