using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Search;

/// <summary>The conditions of a search.</summary>
/// <param name="Indexed">What rows are found by: an index and its condition, or several to be merged.</param>
/// <param name="Period">The times of receipt, which every index holds.</param>
/// <param name="Compared">What else a row must fulfil.</param>
internal sealed record SearchFilter(
    IReadOnlyList<(string Index, string Condition)> Indexed, IReadOnlyList<string> Period, IReadOnlyList<string> Compared)
{
    private const string StateIndex = "follow_up_state";

    public static SearchFilter Of(FollowUpFilter filter, SearchDialect dialect, bool continues)
    {
        var asked = Conditions(filter, dialect).ToList();
        var goesBy = asked.Count > 0 ? asked[0] : default;
        var isPartial = asked.Count > 0 && dialect.OfEndedOnly.Contains(goesBy.Index);
        var compared = asked.Skip(isPartial ? 0 : 1).Select(part => part.Condition).ToList();
        if (filter.Priority is not null)
        {
            compared.Add("priority = @priority");
        }

        if (filter.Notification is not null)
        {
            compared.Add("notification = @notification");
        }

        IReadOnlyList<(string, string)> indexed = asked.Count == 0 ? EachState(_ => true)
            : isPartial ? [(goesBy.Index, goesBy.Condition + " and state >= 3"), .. EachState(state => state < FollowUpState.Done)]
            : [goesBy];
        return new(indexed, [.. Times(filter, continues)], compared);
    }

    // Those that leave the fewest rows first: the first one is gone by.
    private static IEnumerable<(string Index, string Condition)> Conditions(FollowUpFilter filter, SearchDialect dialect)
    {
        if (filter.Task is not null)
        {
            yield return (SearchDialect.TaskIndex, dialect.Task);
        }

        if (filter.Customer is not null)
        {
            yield return (SearchDialect.CustomerIndex, dialect.Customer);
        }

        if (filter.Unconfirmed)
        {
            yield return ("follow_up_unconfirmed", "state = 1 and unconfirmed_since is not null");
        }

        if (filter.Differing)
        {
            yield return ("follow_up_shadow_differs", "shadow_differs = 1");
        }

        if (filter.Agent is not null)
        {
            // The index is one of ids that are not deleted.
            yield return (SearchDialect.AgentIndex, "agent_id = @agent and agent_id <> ''");
        }

        if (filter.Shadowed)
        {
            yield return ("follow_up_shadowed", "outcome = 5");
        }

        if (filter.State is { } state)
        {
            yield return (StateIndex, $"state = {(int)state}");
        }
    }

    private static IReadOnlyList<(string Index, string Condition)> EachState(Func<FollowUpState, bool> which) =>
        [.. Enum.GetValues<FollowUpState>().Where(which).Select(state => (StateIndex, $"state = {(int)state}"))];

    private static IEnumerable<string> Times(FollowUpFilter filter, bool continues)
    {
        if (filter.Since is not null)
        {
            yield return "received_at >= @since";
        }

        if (filter.Until is not null)
        {
            yield return "received_at < @until";
        }

        if (continues)
        {
            yield return filter.NewestFirst
                ? "received_at <= @after_at and not (received_at = @after_at and id >= @after)"
                : "received_at >= @after_at and not (received_at = @after_at and id <= @after)";
        }
    }
}
