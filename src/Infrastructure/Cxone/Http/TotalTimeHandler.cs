using Polly;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>Ends a call that only reads after its total time, whatever it waits for.</summary>
internal sealed class TotalTimeHandler(TimeSpan totalTime, TimeProvider time) : DelegatingHandler
{
    private readonly ResiliencePipeline _pipeline =
        new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(totalTime).Build();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        CxoneCall.Of(request).Kind.OnlyReads()
            ? _pipeline.ExecuteAsync(token => new ValueTask<HttpResponseMessage>(base.SendAsync(request, token)), cancellationToken).AsTask()
            : base.SendAsync(request, cancellationToken);
}
