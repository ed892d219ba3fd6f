using Polly;
using Polly.Retry;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>
/// Repeats a call that only reads when CXone fails at it, unless it fails at many. One that changes something is never
/// repeated.
/// </summary>
internal sealed class ReadRetryHandler(RetryThrottle throttle, TimeProvider time) : DelegatingHandler
{
    public const int MaxRetries = 2;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline =
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddRetry(Rule(throttle)).Build();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        CxoneCall.Of(request).Kind.OnlyReads()
            ? _pipeline.ExecuteAsync(token => new ValueTask<HttpResponseMessage>(base.SendAsync(request, token)), cancellationToken).AsTask()
            : base.SendAsync(request, cancellationToken);

    private static RetryStrategyOptions<HttpResponseMessage> Rule(RetryThrottle throttle) => new()
    {
        MaxRetryAttempts = MaxRetries,
        Delay = Delay,
        MaxDelay = LongestDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = arguments => new(throttle.MayRetry(IsFailure(arguments.Outcome))),
        OnRetry = arguments =>
        {
            arguments.Outcome.Result?.Dispose();
            return default;
        },
    };

    private static bool IsFailure(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: CallNotSentException or OperationCanceledException } => false,
        { Exception: not null } => true,
        { Result: { } response } => CallClassification.IsOutage(response.StatusCode),
        _ => false,
    };
}
