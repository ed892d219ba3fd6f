using System.Collections.Concurrent;
using CxoneAssist.Infrastructure;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Logs refusals, each kind at most once a minute: a wrong secret must be visible, and a flood of
/// forged webhooks must not fill the log.
/// </summary>
internal sealed partial class RefusalLog(TimeProvider clock, ILogger<RefusalLog> logger) : IDisposable
{
    private readonly ConcurrentDictionary<WebhookProblem, Lazy<PacedCount>> _problems = [];

    public void Report(WebhookProblem problem) => _problems.GetOrAdd(problem, Count).Value.Add();

    public void Dispose()
    {
        foreach (var count in _problems.Values)
        {
            count.Value.Dispose();
        }
    }

    private Lazy<PacedCount> Count(WebhookProblem problem)
    {
        // Most requests that break off come from senders that disconnect.
        var level = problem == WebhookProblem.Broken ? LogLevel.Information : LogLevel.Warning;
        return new(() => new PacedCount(clock, count => Log.Refused(logger, level, count, problem.Status, problem.Error)));
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2, Message = "Refused {Count} webhook(s) with {Status}: {Error}")]
        public static partial void Refused(ILogger logger, LogLevel level, long count, int status, string error);
    }
}
