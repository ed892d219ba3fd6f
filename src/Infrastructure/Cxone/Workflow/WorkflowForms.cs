using System.Net;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

internal sealed class WorkflowForms(CxoneClient client, IWorkflowApi api) : IPostInteractionForms, ICallsCxone
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
            (sent, attempt) => api.ReadFormAsync(interactionId, sent, attempt),
            cancellationToken);
        return result switch
        {
            { Content: { } forms } =>
                forms.ToForm() is { } form ? new FormAnswer.Found(form) : new FormAnswer.NotYet(),
            { Status: HttpStatusCode.NotFound } => new FormAnswer.NotYet(),
            _ => new FormAnswer.Failed(result.Failure!),
        };
    }
}
