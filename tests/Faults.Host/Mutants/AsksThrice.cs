namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Sends whatever only reads three times at once, and takes the first answer.</summary>
internal sealed class AsksThrice : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        HttpRequestMessage[] all = [request, Again(request), Again(request)];
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await await Task.WhenAny(all.Select(each => base.SendAsync(each, failed.Token)));
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }

    private static HttpRequestMessage Again(HttpRequestMessage request)
    {
        var again = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers)
        {
            again.Headers.TryAddWithoutValidation(name, values);
        }

        return again;
    }
}
