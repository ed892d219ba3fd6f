using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>A row of the table as the follow-up it holds, and back. The order of columns is that of columns.sql.</summary>
internal static class FollowUpRow
{
    /// <summary>Reads the row; what cannot be read is left out of it.</summary>
    public static FollowUpRecord Read(Statement row) => Read(row, out _);

    /// <summary>Reads the row, and says in a sentence what could not be read, or <c>null</c>.</summary>
    public static FollowUpRecord Read(Statement row, out string? damage)
    {
        damage = DecisionJson.TryRead(row.TextOrNull(17), out var decision) ? null : "The stored decision cannot be read.";
        var followUp = new FollowUp(Interaction(row), row.Time(9))
        {
            State = (FollowUpState)row.Long(10),
            Outcome = (FollowUpOutcome)row.Long(11),
            NextAt = row.Time(12),
            Attempts = (int)row.Long(15),
            Asked = (int)row.Long(16),
            Decision = decision,
            Payload = row.TextOrNull(18),
            IdempotencyKey = row.TextOrNull(19),
            IntentAt = row.TimeOrNull(20),
            UnconfirmedSince = row.TimeOrNull(21),
            PossibleDuplicate = row.Bool(22),
            UsesFallbackAssignee = row.Bool(23),
            TaskId = row.TextOrNull(24),
            Notification = (NotificationStatus)row.Long(25),
            Reason = row.TextOrNull(26),
            OtherAgents = row.TextOrNull(27),
        };
        return new FollowUpRecord(row.Long(0), row.Long(14), row.Bool(13), followUp, []) { PurgedAt = row.TimeOrNull(28) };
    }

    /// <summary>Binds what progress.sql sets.</summary>
    public static Statement BindProgress(
        this Statement statement, FollowUp followUp, DateTimeOffset now, DateTimeOffset nextAt, bool leased) => statement
        .Bind("@state", (long)followUp.State)
        .Bind("@outcome", (long)followUp.Outcome)
        .Bind("@next_at", nextAt)
        .Bind("@leased", leased)
        .Bind("@attempts", followUp.Attempts)
        .Bind("@asked", followUp.Asked)
        .Bind("@decision", DecisionJson.Write(followUp.Decision))
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
    public static Statement BindInteraction(this Statement statement, CompletedInteraction interaction) => statement
        .Bind("@interaction_id", interaction.InteractionId)
        .Bind("@agent_id", interaction.AgentId)
        .Bind("@completed_at", interaction.CompletedAt)
        .Bind("@customer_id", interaction.CustomerId)
        .Bind("@skill", interaction.Skill)
        .Bind("@queue", interaction.Queue)
        .Bind("@channel", interaction.Channel)
        .Bind("@language", interaction.Language);

    private static CompletedInteraction Interaction(Statement row) => new(row.Text(1), row.Text(2))
    {
        CompletedAt = row.TimeOrNull(3),
        CustomerId = row.TextOrNull(4),
        Skill = row.TextOrNull(5),
        Queue = row.TextOrNull(6),
        Channel = row.TextOrNull(7),
        Language = row.TextOrNull(8),
    };
}
