using System.Net;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

internal sealed class WorkflowForms(CxoneClient client, IWorkflowApi api) : IPostInteractionForms
{
    public async Task<FormAnswer> ReadAsync(string interactionId, CancellationToken cancellationToken)
    {
        // The id becomes a segment of the path.
        if (!Identifier.IsValid(interactionId))
        {
            return new FormAnswer.Failed(new(FailureKind.Rejected, "Not sent: the interaction's id is not valid."));
        }

        var result = await client.CallAsync(
            WorkflowScopes.Call(CallKind.ReadForm, interactionId),
            (token, attempt) => api.ReadFormAsync(interactionId, token, attempt),
            cancellationToken);
        return result switch
        {
            { Content: { } forms } => new FormAnswer.Found(forms.ToForm()),
            { Status: HttpStatusCode.NotFound } => new FormAnswer.NotYet(),
            _ => new FormAnswer.Failed(result.Failure!),
        };
    }
}
