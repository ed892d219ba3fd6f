using System.Net;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Cxone;

internal sealed class CxoneForms(CxoneClient connection) : IPostInteractionForms
{
    public async Task<FormAnswer> ReadAsync(string interactionId, CancellationToken cancellationToken)
    {
        // It becomes a segment of the path.
        if (!Identifier.IsValid(interactionId))
        {
            return new FormAnswer.Failed(new(FailureKind.Rejected, "Not sent: the interaction's id has not the shape of an id."));
        }

        var result = await connection.CallAsync(
            new CxoneCall(CallKind.ReadForm, interactionId),
            (api, token, attempt) => api.ReadFormAsync(interactionId, token, attempt),
            cancellationToken).ConfigureAwait(false);
        return result switch
        {
            { Content: { } forms } => new FormAnswer.Found(forms.ToForm()),
            { Status: HttpStatusCode.NotFound } => new FormAnswer.NotYet(),
            _ => new FormAnswer.Failed(result.Failure!),
        };
    }
}
