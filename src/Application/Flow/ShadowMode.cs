using CxoneAssist.Domain;

namespace CxoneAssist.Application.Flow;

/// <summary>What shadow mode makes of a follow-up: nothing is created and nobody notified while it lasts, and nothing is lost. Pure.</summary>
internal static class ShadowMode
{
    // Long, so that many that are held cost little; what is held goes on within that time once the host is live.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Ends one whose policy asks for a task.</summary>
    public static FollowUp End(FollowUp decided, TaskPriority priority) => decided.Finish(
        FollowUpOutcome.Shadowed, $"Shadow mode: a task of priority {priority} would have been created.");

    /// <summary>Lets one rest whose task was owed, or created, before the host was in shadow mode. Consumes no attempt.</summary>
    public static FollowUp Hold(FollowUp followUp, DateTimeOffset now) => followUp with
    {
        NextAt = now + Pause,
        Reason = followUp.State == FollowUpState.Created
            ? "Held: the host is in shadow mode, which notifies nobody."
            : "Held: the host is in shadow mode, which creates no task.",
    };
}
