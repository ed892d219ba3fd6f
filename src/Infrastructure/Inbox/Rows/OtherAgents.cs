using CxoneAssist.Application;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>The agents whom later webhooks named for an interaction.</summary>
internal static class OtherAgents
{
    // What later webhooks say is of interest, not worth unbounded space.
    private const int Length = 1000;

    /// <summary>Those of a follow-up, with one more where it is another and there is room.</summary>
    public static string? With(FollowUp known, string agent)
    {
        var others = known.OtherAgents;
        if (agent == known.Interaction.AgentId || (others?.Split(' ').Contains(agent) ?? false))
        {
            return others;
        }

        var longer = others is null ? agent : $"{others} {agent}";
        return longer.Length <= Length ? longer : others;
    }
}
