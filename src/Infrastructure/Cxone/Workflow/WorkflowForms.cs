using System.Net;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Cxone.Availability;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

internal sealed class WorkflowForms(
    CxoneClient client, CxoneAvailability availability, ControlRead control, IWorkflowApi api, IOptions<CxoneOptions> options, TimeProvider time)
    : IPostInteractionForms, ICallsCxone
{
    public async Task<FormAnswer> ReadAsync(string interactionId, CancellationToken cancellationToken)
    {
        // The id becomes a segment of the path.
        if (!Identifier.IsValid(interactionId))
        {
            return new FormAnswer.Failed(new(FailureKind.Rejected, "Not sent: the interaction's id is not valid."));
        }

        var result = await CallAsync(interactionId, cancellationToken);
        switch (result)
        {
            case { Content: { } forms }:
                control.FormRead(interactionId);
                return forms.ToForm() is { } form ? new FormAnswer.Found(form) : new FormAnswer.NotYet();
            case { Status: HttpStatusCode.NotFound }:
                return new FormAnswer.NotYet();
            default:
                await AskControlAsync(result.Failure!, cancellationToken);
                return new FormAnswer.Failed(result.Failure!);
        }
    }

    private Task<CallResult<FormsWire>> CallAsync(string interactionId, CancellationToken cancellationToken) => client.CallAsync(
        WorkflowScopes.Call(CallKind.ReadForm, interactionId),
        (call, attempt) => api.ReadFormAsync(interactionId, call, attempt),
        cancellationToken);

    // What it is for is what the client learns from the answer. It must not outlast the lease of the interaction that failed.
    private async Task AskControlAsync(CallFailure failure, CancellationToken cancellationToken)
    {
        if (control.Begin(failure) is not { } witness)
        {
            return;
        }

        using var enough = new CancellationTokenSource(options.Value.FormTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
        try
        {
            await CallAsync(witness, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // It has told nothing.
        }
        finally
        {
            availability.WorkEnded(witness);
        }
    }
}
