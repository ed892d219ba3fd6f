using System.Diagnostics.Metrics;
using CxoneAssist.Application.FollowUps;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>
/// Counts the creations (meter <c>CxoneAssist.Cxone</c>) whose answer came after their lease had
/// ended. The last check before sending makes sure that a call is answered within its lease. Only a
/// process that was stopped right after that check gets here, and another run may have made the
/// same call meanwhile.
/// </summary>
internal sealed partial class LateAnswers(IMeterFactory meters, TimeProvider time, ILogger<LateAnswers> logger)
{
    private readonly Counter<long> _late = meters.Create("CxoneAssist.Cxone").CreateCounter<long>(
        "cxone_assist.cxone.lease_ended_in_flight",
        description: "Creations whose answer came after their lease had ended.");

    public void Answered(string interactionId, DateTimeOffset leaseEndsAt)
    {
        var late = time.GetLeaseNow() - leaseEndsAt;
        if (late > TimeSpan.Zero)
        {
            _late.Add(1);
            Log.Late(logger, interactionId, late.TotalSeconds);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "The task of interaction {InteractionId} was answered {Seconds:F1} s after the lease on it had ended: "
            + "there may be a second one.")]
        public static partial void Late(ILogger logger, string interactionId, double seconds);
    }
}
