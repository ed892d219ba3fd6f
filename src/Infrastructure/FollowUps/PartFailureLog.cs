using CxoneAssist.Application.FollowUps;
using CxoneAssist.Infrastructure.Cxone;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.FollowUps;

/// <summary>
/// Logs what parts throw, once a minute for each part and type of exception: a part that fails for one interaction
/// fails for many.
/// </summary>
internal sealed partial class PartFailureLog(TimeProvider time, ILogger<PartFailureLog> logger) : IPartFailures
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Source, Type Exception), (long LoggedAt, long Since)> _logged = [];

    public void Report(PartMember member, string interactionId, Exception exception)
    {
        if (member.Part is ICallsCxone)
        {
            ReportOurs(member.ToString(), interactionId, exception);
        }
        else if (IsDue(member.ToString(), exception, out var since))
        {
            // With its message, unlike ours: the service's own code chose it, and its developer has nothing else to go by.
            // It stays in the service's log; the follow-up's reason, which operators and callers of the API read, has only
            // the type.
            Log.PartThrew(logger, exception, member.ToString(), interactionId, since);
        }
    }

    public void ReportDefect(string interactionId, Exception exception) => ReportOurs("CxoneAssist", interactionId, exception);

    private void ReportOurs(string source, string interactionId, Exception exception)
    {
        // Without its message, which may quote a form or an answer of CXone, and so a customer.
        if (IsDue(source, exception, out var since))
        {
            Log.OursThrew(logger, source, exception.GetType().Name, interactionId, since, exception.StackTrace);
        }
    }

    private bool IsDue(string source, Exception exception, out long since)
    {
        lock (_gate)
        {
            var key = (source, exception.GetType());
            var isKnown = _logged.TryGetValue(key, out var last);
            var isDue = !isKnown || time.GetElapsedTime(last.LoggedAt) >= Pause;
            _logged[key] = isDue ? (time.GetTimestamp(), 0) : (last.LoggedAt, last.Since + 1);
            since = last.Since;
            return isDue;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Member} threw for interaction {InteractionId}. Not logged since the last time: {Since} more.")]
        public static partial void PartThrew(ILogger logger, Exception exception, string member, string interactionId, long since);

        [LoggerMessage(2, LogLevel.Warning, "{Source} threw {Error} for interaction {InteractionId}. Not logged since the last time: {Since} more. {Stack}")]
        public static partial void OursThrew(ILogger logger, string source, string error, string interactionId, long since, string? stack);
    }
}
