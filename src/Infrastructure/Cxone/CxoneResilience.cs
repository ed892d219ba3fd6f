using CxoneAssist.Infrastructure.Cxone.Admission;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Refit;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>
/// Every rule by which calls are repeated, cut off or held back, the outermost first: rate limit
/// (<see cref="RateLimiting.CxoneRateLimiter"/>), total time, retry, circuit breaker, attempt time. Calls that change
/// something are never repeated here.
/// </summary>
internal sealed partial class CxoneResilience
{
    public const int ReadRetries = 2;
    public const double FailureRatio = 0.5;
    public const int MinimumThroughput = 20;
    public const int MinimumSubjects = 3;

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(2);
    private static readonly ResiliencePropertyKey<string> Subject = new("cxone.subject");

    private readonly CircuitBreakerStateProvider _state = new();
    private readonly FailingSubjects _failing;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<IApiResponse> _reads;
    private readonly ResiliencePipeline<IApiResponse> _writes;
    private readonly Dictionary<CallKind, ResiliencePipeline<IApiResponse>> _attempts;

    public CxoneResilience(IOptions<CxoneOptions> options, TimeProvider time, ILogger<CxoneResilience> logger)
    {
        (_time, _logger, _failing, Circuit) = (time, logger, new(time, Window, MinimumSubjects), new(time, Break));
        _writes = Build(builder => builder.AddCircuitBreaker(CircuitRule()));
        _reads = Build(builder => builder
            .AddTimeout(options.Value.TotalTime)
            .AddRetry(RetryRule())
            .AddPipeline(_writes));
        _attempts = Enum.GetValues<CallKind>().ToDictionary(
            kind => kind, kind => Build(builder => builder.AddTimeout(options.Value.AttemptTime(kind))));
    }

    /// <summary>Open while calls are made; closed, with probes, while the circuit breaker holds them back.</summary>
    public ProbedBarrier Circuit { get; }

    /// <summary>Runs a call under the rules for its kind.</summary>
    /// <param name="call">The call.</param>
    /// <param name="attempt">One attempt, which runs its sending through <see cref="SendAsync"/>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ApiResponse<T>> RunAsync<T>(
        CxoneCall call, Func<CancellationToken, Task<ApiResponse<T>>> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Subject, call.InteractionId);
        try
        {
            var pipeline = call.Kind.OnlyReads() ? _reads : _writes;
            return await pipeline.ExecuteAsync(
                static async (context, attempt) => await attempt(context.CancellationToken),
                context,
                attempt);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>
    /// Sends within the attempt time. Only the attempt time cuts off a call that changes something:
    /// otherwise its answer would be lost.
    /// </summary>
    public ValueTask<ApiResponse<T>> SendAsync<T>(
        CallKind kind, Func<CancellationToken, Task<ApiResponse<T>>> send, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _attempts[kind].ExecuteAsync(
            static async (send, token) => await send(token),
            send,
            kind.OnlyReads() ? cancellationToken : CancellationToken.None);
    }

    private ResiliencePipeline<IApiResponse> Build(Action<ResiliencePipelineBuilder<IApiResponse>> rules)
    {
        var builder = new ResiliencePipelineBuilder<IApiResponse> { TimeProvider = _time };
        rules(builder);
        return builder.Build();
    }

    private static RetryStrategyOptions<IApiResponse> RetryRule() => new()
    {
        MaxRetryAttempts = ReadRetries,
        Delay = RetryDelay,
        MaxDelay = LongestRetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = arguments => new(
            arguments.Outcome.Exception is not (BrokenCircuitException or CallNotSentException)
            && IsFailure(arguments.Outcome)),
    };

    private CircuitBreakerStrategyOptions<IApiResponse> CircuitRule() => new()
    {
        FailureRatio = FailureRatio,
        MinimumThroughput = MinimumThroughput,
        SamplingDuration = Window,
        BreakDuration = Break,
        StateProvider = _state,
        ShouldHandle = arguments => new(OpensCircuit(arguments.Outcome, arguments.Context)),
        OnOpened = _ => Opened(),
        OnClosed = _ => Closed(),
    };

    private bool OpensCircuit(Outcome<IApiResponse> outcome, ResilienceContext context)
    {
        // A probe without an answer has not shown that calls get through again.
        if (_state.CircuitState == CircuitState.HalfOpen)
        {
            return outcome.Exception is not null || IsFailure(outcome);
        }

        return IsFailure(outcome) && _failing.Add(context.Properties.GetValue(Subject, ""));
    }

    private static bool IsFailure(Outcome<IApiResponse> outcome) => outcome switch
    {
        { Exception: CallNotSentException notSent } => notSent.IsOutage,
        { Exception: OperationCanceledException } => false,
        { Exception: not null } => true,
        { Result: { } response } => CallClassification.IsOutage(response),
        _ => false,
    };

    private ValueTask Opened()
    {
        if (Circuit.Close())
        {
            Log.Opened(_logger, Break.TotalSeconds);
        }

        return default;
    }

    private ValueTask Closed()
    {
        if (Circuit.Open())
        {
            Log.Closed(_logger);
        }

        return default;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "CXone fails for several interactions: calls pause, with one probe every {Seconds} s.")]
        public static partial void Opened(ILogger logger, double seconds);

        [LoggerMessage(2, LogLevel.Information, "CXone answers again: calls go on.")]
        public static partial void Closed(ILogger logger);
    }
}
