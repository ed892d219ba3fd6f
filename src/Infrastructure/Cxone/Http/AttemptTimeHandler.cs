using Polly;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>
/// Ends an attempt without an answer. Nothing else ends one that changes something: its answer would be lost.
/// </summary>
internal sealed class AttemptTimeHandler(CxoneOptions options, TimeProvider time) : DelegatingHandler
{
    private readonly Dictionary<CallKind, ResiliencePipeline> _pipelines = Enum.GetValues<CallKind>().ToDictionary(
        kind => kind,
        kind => new ResiliencePipelineBuilder { TimeProvider = new LateTimers(time) }.AddTimeout(options.AttemptTime(kind)).Build());

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = CxoneCall.Of(request);
        call.StopsWaiting(cancellationToken).ThrowIfCancellationRequested();
        return _pipelines[call.Kind]
            .ExecuteAsync(token => new ValueTask<HttpResponseMessage>(base.SendAsync(request, token)), cancellationToken)
            .AsTask();
    }
}
