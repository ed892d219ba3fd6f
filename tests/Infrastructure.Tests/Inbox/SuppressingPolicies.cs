using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

/// <summary>A policy in force that suppresses for 14 days.</summary>
internal sealed class SuppressingPolicies : IFollowUpPolicies
{
    public static readonly SuppressingPolicies Instance = new();

    public FollowUpPolicy InForce { get; } = new(
        "suppressing",
        FollowUpPolicy.Default.Question,
        FollowUpPolicy.Default.Tiers,
        FollowUpPolicy.Default.MinimumLeadTime,
        suppression: new SuppressionRule(new FollowUpDuration(14, DurationUnit.Days)));

    public FollowUpPolicy? Shadow => null;

    public IReadOnlyList<string> ReloadErrors => [];
}
