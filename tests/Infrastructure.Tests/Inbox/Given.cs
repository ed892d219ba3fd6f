using System.Text.Json;
using CxoneAssist.Application;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static CompletedInteraction Interaction(string id = "i-1", string agent = "agent-1") => new(id, agent);

    public static CompletedInteraction FullInteraction => new("i-1", "agent-1")
    {
        CompletedAt = Noon.AddMinutes(-5),
        CustomerId = "Zoë \0 🙂",
        Skill = "skill",
        Queue = "queue",
        Channel = "voice",
        Language = "de",
    };

    public static RecordedDecision Decision => new()
    {
        Policy = "default",
        DecidedAt = Noon.AddTicks(1234567),
        Score = 2.90m,
        Tier = "detractor",
        Priority = TaskPriority.High,
        DueDate = Noon.AddDays(1),
        Reasons = ["Because \"2.90\" < 3.", "Due tomorrow."],
    };

    /// <summary>A follow-up on the full interaction with no field at its default.</summary>
    public static FollowUp EverythingSet(FollowUp followUp) => followUp with
    {
        State = FollowUpState.Creating,
        Outcome = FollowUpOutcome.TaskCreated,
        NextAttemptAt = Noon.AddHours(3),
        Attempts = 3,
        FormPolls = 4,
        LookUps = 2,
        TasksFound = 3,
        OperatorInsists = true,
        Form = new()
        {
            SubmittedAt = Noon.AddMinutes(-1),
            Responses = [new("overall_satisfaction", "2.90"), new("comment \0 🙂", null)],
            IsCut = true,
        },
        Decision = Decision,
        DecidedAt = Noon.AddSeconds(3),
        TaskAt = Noon.AddSeconds(4),
        NotifiedAt = Noon.AddSeconds(5),
        FailedAttempts =
        [
            new(FollowUpStep.Form, Noon.AddSeconds(6), "CXone answered 500 \0 🙂") { Times = 2, LastAt = Noon.AddSeconds(7) },
            new(FollowUpStep.LookUp, Noon.AddSeconds(8), "CXone cannot be reached."),
        ],
        Payload = """{"subject":"é"}""" + new string('x', 5000),
        IdempotencyKey = "key",
        IntentAt = Noon.AddSeconds(1),
        UnconfirmedSince = Noon.AddSeconds(2),
        PossibleDuplicate = true,
        UsesFallbackAssignee = true,
        TaskId = "task-1",
        Notification = NotificationStatus.Failed,
        Reason = "reason",
    };

    public static FollowUp Ended(this FollowUp followUp, FollowUpOutcome outcome) => followUp with { State = FollowUpState.Done, Outcome = outcome };

    /// <summary>A follow-up as text, since its decision's reasons are compared by reference.</summary>
    public static string Text(FollowUp followUp) => JsonSerializer.Serialize(followUp);
}
