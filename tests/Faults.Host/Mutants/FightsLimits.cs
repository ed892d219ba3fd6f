using System.Net;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Repeats a call that was refused because there were too many, at once and several times.</summary>
internal sealed class FightsLimits : DelegatingHandler
{
    private const int Times = 25;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        for (var i = 0; i < Times && response.StatusCode == HttpStatusCode.TooManyRequests; i++)
        {
            response.Dispose();
            response = await base.SendAsync(request, cancellationToken);
        }

        return response;
    }
}
