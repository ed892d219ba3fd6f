using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

internal static class InteractionParameters
{
    /// <summary>Fills in the interactions' own columns.</summary>
    public static NpgsqlCommand WithInteractions(
        this NpgsqlCommand command, IReadOnlyList<CompletedInteraction> rows, bool suppressing) => command
        .WithEachText("interaction_id", rows, row => row.InteractionId)
        .WithEachText("agent_id", rows, row => row.AgentId)
        .WithEach("completed_at", rows, row => UnixTime.From(row.CompletedAt))
        .WithEachText("customer_id", rows, row => row.CustomerId)
        .WithEachText("skill", rows, row => row.Skill)
        .WithEachText("queue", rows, row => row.Queue)
        .WithEachText("channel", rows, row => row.Channel)
        .WithEachText("language", rows, row => row.Language)
        .WithEach("customer_key", rows, row => suppressing ? CustomerKeys.OfCustomer(row) : null);
}
