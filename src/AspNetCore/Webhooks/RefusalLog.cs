using Microsoft.Extensions.Logging;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Logs refusals, each kind at most once a minute: a wrong secret must be visible, and a flood of
/// forged webhooks must not fill the log.
/// </summary>
internal sealed partial class RefusalLog(TimeProvider clock, ILogger<RefusalLog> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Dictionary<WebhookProblem, (long LoggedAt, long Since)> _kinds = [];
    private readonly Lock _gate = new();

    public void Report(WebhookProblem problem)
    {
        long count;
        lock (_gate)
        {
            var known = _kinds.TryGetValue(problem, out var kind);
            count = kind.Since + 1;
            if (known && clock.GetElapsedTime(kind.LoggedAt) < Pause)
            {
                _kinds[problem] = (kind.LoggedAt, count);
                return;
            }

            _kinds[problem] = (clock.GetTimestamp(), 0);
        }

        // Most requests that break off come from senders that disconnect.
        var level = problem == WebhookProblem.Broken ? LogLevel.Information : LogLevel.Warning;
        Log.Refused(logger, level, count, problem.Status, problem.Error);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2, Message = "Refused {Count} webhook(s) with {Status}: {Error}")]
        public static partial void Refused(ILogger logger, LogLevel level, long count, int status, string error);
    }
}
