using CxoneAssist.Application.Ports;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Treats the denial of one form as a denial of all.</summary>
internal sealed class StopsAtADenial(IPostInteractionForms inner) : IPostInteractionForms
{
    private volatile FormAnswer.Failed? _denied;

    public async Task<FormAnswer> ReadAsync(string interactionId, CancellationToken cancellationToken)
    {
        if (_denied is { } denied)
        {
            return denied;
        }

        var answer = await inner.ReadAsync(interactionId, cancellationToken);
        _denied ??= answer is FormAnswer.Failed { Failure: { Status: 403 } failure }
            ? new(failure with { Kind = FailureKind.Rejected, RetryAt = null })
            : null;
        return answer;
    }
}
