using System.Data.Common;
using CxoneAssist.Application.Ports;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>Whether a lane can store. Each outage is logged once, and its end once.</summary>
/// <param name="logger">Where to.</param>
/// <param name="what">What the lane stores, as the subject of a sentence.</param>
/// <param name="explain">Says what an error of the database means.</param>
internal sealed partial class LaneOutage(ILogger logger, string what, Func<Exception, string> explain)
{
    private int _lasts;

    public bool Lasts => Volatile.Read(ref _lasts) == 1;

    public void Begin(Exception error)
    {
        if (Interlocked.Exchange(ref _lasts, 1) == 0)
        {
            // Of the database's own errors the cause says everything.
            var unexpected = error is DbException or TimeoutException or IOException or InboxUnavailableException ? null : error;
            Log.Failing(logger, what, explain(error), unexpected);
        }
    }

    public void End()
    {
        if (Lasts && Interlocked.Exchange(ref _lasts, 0) == 1)
        {
            Log.Recovered(logger, what);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{What} cannot be stored in the inbox's database: {Cause}")]
        public static partial void Failing(ILogger logger, string what, string cause, Exception? error);

        [LoggerMessage(2, LogLevel.Information, "{What} can be stored in the inbox's database again")]
        public static partial void Recovered(ILogger logger, string what);
    }
}
