namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>
/// Stops repeats while many calls fail: they would only hold workers, and load a CXone that is in trouble. As gRPC's retry
/// throttling: a failure costs a token, a success gives a tenth, and calls are repeated while more than half are there.
/// </summary>
internal sealed class RetryThrottle
{
    private const double MaxTokens = 10;
    private const double TokenRatio = 0.1;

    private readonly Lock _lock = new();
    private double _tokens = MaxTokens;

    /// <summary>Takes the outcome of an attempt in.</summary>
    /// <returns>Whether the call may be repeated.</returns>
    public bool MayRetry(bool failed)
    {
        lock (_lock)
        {
            _tokens = failed ? Math.Max(_tokens - 1, 0) : Math.Min(_tokens + TokenRatio, MaxTokens);
            return failed && _tokens > MaxTokens / 2;
        }
    }
}
