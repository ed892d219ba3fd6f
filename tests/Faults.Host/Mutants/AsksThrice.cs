namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Sends every read-only call three times at once, and uses the first answer.</summary>
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
            var sent = all.Select(each => base.SendAsync(each, failed.Token)).ToList();
            var first = await Task.WhenAny(sent);
            sent.Where(each => each != first).ToList().ForEach(each => _ = DisposeAsync(each));
            return await first;
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }

    // An answer that stays unread keeps its connection.
    private static async Task DisposeAsync(Task<HttpResponseMessage> late)
    {
        try
        {
            (await late).Dispose();
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            // Then there is no answer to dispose.
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
