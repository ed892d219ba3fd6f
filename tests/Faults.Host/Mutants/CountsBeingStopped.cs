using CxoneAssist.Application.Ports;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Counts a call that was cancelled because this host stops as a failed one.</summary>
internal sealed class CountsBeingStopped(IPostInteractionForms inner) : IPostInteractionForms
{
    public async Task<FormAnswer> ReadAsync(string interactionId, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.ReadAsync(interactionId, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new FormAnswer.Failed(new CallFailure(FailureKind.Unknown, "The call was cancelled."));
        }
    }
}
