using CxoneAssist.Application;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

internal static class SameProgress
{
    /// <summary>
    /// Whether two follow-ups of one row say the same in everything that a checkpoint stores, as it is read back. When it is due goes by the
    /// database's clock, and differs by as much as the clocks do.
    /// </summary>
    public static bool SaysTheSameAs(this FollowUp one, FollowUp other) =>
        DecisionJson.Write(one.Decision) == DecisionJson.Write(other.Decision) && Bare(one) == Bare(other);

    private static FollowUp Bare(FollowUp followUp) => followUp with
    {
        Decision = null,
        OtherAgents = null,
        NextAt = default,
        ReceivedAt = UnixTime.Stored(followUp.ReceivedAt),
        IntentAt = UnixTime.StoredOrNull(followUp.IntentAt),
        UnconfirmedSince = UnixTime.StoredOrNull(followUp.UnconfirmedSince),
    };
}
