using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>A row of the table as the follow-up it holds. The order of columns is that of the fragment columns.</summary>
internal static class FollowUpRow
{
    /// <summary>Reads the row; what cannot be read is left out of it.</summary>
    public static FollowUpRecord Read<T>(T row)
        where T : IRow => Read(row, out _);

    /// <summary>Reads the row, and says in a sentence what could not be read, or <c>null</c>.</summary>
    public static FollowUpRecord Read<T>(T row, out string? damage)
        where T : IRow
    {
        damage = DecisionJson.TryRead(row.TextOrNull(17), out var decision) ? null : "The stored decision cannot be read.";
        var followUp = new FollowUp(Interaction(row), row.Time(9))
        {
            State = (FollowUpState)row.Long(10),
            Outcome = (FollowUpOutcome)row.Long(11),
            NextAt = row.Time(12),
            Attempts = (int)row.Long(15),
            FormPolls = (int)row.Long(16),
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
            LookUps = (int)row.Long(29),
            TasksFound = (int)row.Long(30),
            OperatorInsists = row.Bool(31),
        };
        return new FollowUpRecord(row.Long(0), row.Long(14), row.Bool(13), followUp, []) { PurgedAt = row.TimeOrNull(28) };
    }

    private static CompletedInteraction Interaction<T>(T row)
        where T : IRow => new(row.Text(1), row.Text(2))
        {
            CompletedAt = row.TimeOrNull(3),
            CustomerId = row.TextOrNull(4),
            Skill = row.TextOrNull(5),
            Queue = row.TextOrNull(6),
            Channel = row.TextOrNull(7),
            Language = row.TextOrNull(8),
        };
}
