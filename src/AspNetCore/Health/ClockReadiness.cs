using CxoneAssist.Application.FollowUps;

namespace CxoneAssist.AspNetCore.Health;

/// <summary>What readiness says of the machine's clock.</summary>
internal static class ClockReadiness
{
    /// <summary>Long enough for a monitor that asks every few minutes.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromHours(1);

    public static string? RecentStep(this TimeProvider time) =>
        time is SteadyTime { LastStep: { } step } && time.GetElapsedTime(step.SeenAt) < Shown ? step.Remark : null;
}
