using System.Net;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Cxone.Availability;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

internal sealed class WorkflowForms(CxoneClient client, CxoneAvailability availability, IWorkflowApi api)
    : IPostInteractionForms, ICallsCxone
{
    public async Task<FormAnswer> ReadAsync(string interactionId, CancellationToken cancellationToken)
    {
        // The id becomes a segment of the path.
        if (!Identifier.IsValid(interactionId))
        {
            return new FormAnswer.Failed(new(FailureKind.Rejected, "Not sent: the interaction's id is not valid."));
        }

        var call = WorkflowScopes.Call(CallKind.ReadForm, interactionId);
        var result = await CallAsync(call, cancellationToken);
        if (result.Failure is { } failure && availability.Control(call, failure) is { } control)
        {
            // Its answer says what the next failures are taken for.
            await CallAsync(control, cancellationToken);
        }

        return result switch
        {
            { Content: { } forms } =>
                forms.ToForm() is { } form ? new FormAnswer.Found(form) : new FormAnswer.NotYet(),
            { Status: HttpStatusCode.NotFound } => new FormAnswer.NotYet(),
            _ => new FormAnswer.Failed(result.Failure!),
        };
    }

    private Task<CallResult<FormsWire>> CallAsync(CxoneCall call, CancellationToken cancellationToken) => client.CallAsync(
        call, (sent, attempt) => api.ReadFormAsync(call.InteractionId, sent, attempt), cancellationToken);
}
