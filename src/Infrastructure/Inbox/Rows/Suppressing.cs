using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

internal static class Suppressing
{
    /// <summary>Whether the policy in force suppresses: then it is kept whose follow-up is whose.</summary>
    public static bool Suppress(this IFollowUpPolicies? policies) => policies?.InForce.Suppression is not null;
}
