using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Operators;

/// <summary>Every situation an operator can find a follow-up in.</summary>
internal static class Situation
{
    public static readonly RecordedDecision Owed = new()
    {
        Policy = "default",
        DecidedAt = JumpingTime.Morning,
        Score = 2,
        Tier = "detractor",
        Priority = TaskPriority.High,
        DueDate = JumpingTime.Morning.AddDays(1),
        Reasons = ["Tier 'detractor' applies."],
    };

    private static readonly RecordedDecision Unclear = new()
    {
        Policy = "default",
        DecidedAt = JumpingTime.Morning,
        Reasons = ["Review needed."],
    };

    private static readonly FollowUp Fresh = new(FlowHarness.Interaction, JumpingTime.Morning.AddHours(-1)) { Reason = "Some reason." };

    private static readonly FollowUp Decided = Fresh with { Decision = Owed, Payload = "{}", IdempotencyKey = "key", Attempts = 3, LookUps = 2 };

    private static readonly FollowUp Open = Decided with { State = FollowUpState.Creating, IntentAt = JumpingTime.Morning.AddMinutes(-10) };

    private static readonly FollowUp Made = Decided with { State = FollowUpState.Created, TaskId = "task-1" };

    private static readonly RecordedDecision OwedUnlessSuppressed = Owed with
    {
        Suppression = new("14d", "overall_satisfaction", ScaleDirection.LowIsWorse),
    };

    // A creation that is to be repeated, after the replay of one that was parked, waits as received.
    private static readonly FollowUp WaitsForOther = Open with
    {
        State = FollowUpState.Received,
        Decision = OwedUnlessSuppressed with
        {
            Suppression = OwedUnlessSuppressed.Suppression! with { WaitsUntil = JumpingTime.Morning.AddMinutes(10) },
        },
    };

    public static readonly SuppressionVerdict Suppressed = new(true, new("earlier", JumpingTime.Morning.AddDays(-1), 2), "Suppressed.");

    /// <summary>What the transitions of suppression and shadow mode need in addition.</summary>
    public static IReadOnlyList<FollowUp> MoreStates { get; } =
    [
        Decided with { Decision = OwedUnlessSuppressed },
        Open with { Decision = OwedUnlessSuppressed },
        Decided with { State = FollowUpState.Done, Outcome = FollowUpOutcome.Shadowed },
    ];

    public static IReadOnlyDictionary<string, FollowUp> All { get; } = new Dictionary<string, FollowUp>
    {
        ["received, waiting for its form"] = Fresh with { FormPolls = 4, NextAttemptAt = JumpingTime.Morning.AddHours(2) },
        ["received, its task not taken yet"] = Decided with { NextAttemptAt = JumpingTime.Morning.AddHours(2) },
        ["received, waits for another, its call looked up"] = WaitsForOther,
        ["received, waits for another, its call unconfirmed"] =
            WaitsForOther with { UnconfirmedSince = JumpingTime.Morning, PossibleDuplicate = true, Payload = null, IdempotencyKey = null },
        ["creating, to be looked up"] = Open with { NextAttemptAt = JumpingTime.Morning.AddSeconds(5) },
        ["creating, unconfirmed"] = Open with { UnconfirmedSince = JumpingTime.Morning, NextAttemptAt = JumpingTime.Morning.AddHours(4) },
        ["created, its notification waits"] = Made with { NextAttemptAt = JumpingTime.Morning.AddHours(1) },
        ["done, task created"] = Made with { State = FollowUpState.Done, Outcome = FollowUpOutcome.TaskCreated, Notification = NotificationStatus.Sent },
        ["done, no task"] = Fresh with { State = FollowUpState.Done, Outcome = FollowUpOutcome.NoTask },
        ["done, no form"] = Fresh with { State = FollowUpState.Done, Outcome = FollowUpOutcome.NoForm, FormPolls = 7 },
        ["done, unanswered"] = Fresh with { State = FollowUpState.Done, Outcome = FollowUpOutcome.Unanswered, FormPolls = 103 },
        ["discarded before its form came"] = Fresh with { State = FollowUpState.Done, Outcome = FollowUpOutcome.Discarded },
        ["discarded, its call open"] = Open with { State = FollowUpState.Done, Outcome = FollowUpOutcome.Discarded },
        ["discarded, its call unconfirmed"] =
            Open with { State = FollowUpState.Done, Outcome = FollowUpOutcome.Discarded, UnconfirmedSince = JumpingTime.Morning },
        ["discarded, its agent not told"] = Made with { State = FollowUpState.Done, Outcome = FollowUpOutcome.Discarded },
        ["discarded, stopped while telling"] =
            Made with { State = FollowUpState.Done, Outcome = FollowUpOutcome.Discarded, Notification = NotificationStatus.Sending },
        ["parked for review"] = Fresh with { State = FollowUpState.Parked, Decision = Unclear },
        ["parked, its task refused"] = Decided with { State = FollowUpState.Parked },
        ["parked, its call open"] = Open with { State = FollowUpState.Parked, UnconfirmedSince = JumpingTime.Morning },
        ["parked, its agent not told"] = Made with { State = FollowUpState.Parked },
    };
}
