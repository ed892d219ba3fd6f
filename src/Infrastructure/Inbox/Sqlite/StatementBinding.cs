using CxoneAssist.Application;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

internal static class StatementBinding
{
    /// <summary>Binds what the fragment progress sets.</summary>
    public static PreparedStatement BindProgress(
        this PreparedStatement statement, FollowUp followUp, DateTimeOffset now, DateTimeOffset nextAt, bool leased) => statement
        .Bind("@state", (long)followUp.State)
        .Bind("@outcome", (long)followUp.Outcome)
        .Bind("@next_at", nextAt)
        .Bind("@leased", leased)
        .Bind("@attempts", followUp.Attempts)
        .Bind("@form_polls", followUp.FormPolls)
        .Bind("@look_ups", followUp.LookUps)
        .Bind("@tasks_found", followUp.TasksFound)
        .Bind("@operator_insists", followUp.OperatorInsists)
        .Bind("@decision", DecisionJson.Write(followUp.Decision))
        .Bind("@shadow_differs", ShadowDiffers.Of(followUp.Decision))
        .Bind("@payload", followUp.Payload)
        .Bind("@idempotency_key", followUp.IdempotencyKey)
        .Bind("@intent_at", followUp.IntentAt)
        .Bind("@unconfirmed_since", followUp.UnconfirmedSince)
        .Bind("@possible_duplicate", followUp.PossibleDuplicate)
        .Bind("@uses_fallback", followUp.UsesFallbackAssignee)
        .Bind("@task_id", followUp.TaskId)
        .Bind("@notification", (long)followUp.Notification)
        .Bind("@reason", followUp.Reason)
        .Bind("@settled_at", followUp.State == FollowUpState.Done ? now : null);

    /// <summary>Binds an interaction's own columns.</summary>
    public static PreparedStatement BindInteraction(this PreparedStatement statement, CompletedInteraction interaction, bool suppressing) => statement
        .Bind("@interaction_id", interaction.InteractionId)
        .Bind("@agent_id", interaction.AgentId)
        .Bind("@completed_at", interaction.CompletedAt)
        .Bind("@customer_id", interaction.CustomerId)
        .Bind("@skill", interaction.Skill)
        .Bind("@queue", interaction.Queue)
        .Bind("@channel", interaction.Channel)
        .Bind("@language", interaction.Language)
        .Bind("@customer_key", suppressing ? CustomerKeys.OfCustomer(interaction) : null);
}
