using CxoneAssist.Domain;
using FluentValidation;
using MediatR;

namespace CxoneAssist.Application.Operators;

/// <summary>Works on a follow-up again: one that is parked, waits, was discarded or ended without a form.</summary>
/// <param name="InteractionId">The interaction's id.</param>
/// <param name="Note">Why, from 1 to 1,000 characters; it is kept.</param>
public sealed record ReplayFollowUp(string InteractionId, string Note) : IRequest<InterventionResult>;

internal sealed class ReplayFollowUpValidator : AbstractValidator<ReplayFollowUp>
{
    public ReplayFollowUpValidator()
    {
        RuleFor(command => command.InteractionId).Must(Identifier.IsValid).WithMessage("That is not a valid interaction id.");
        RuleFor(command => command.Note).NotEmpty().WithMessage("A note is required.")
            .MaximumLength(1000).WithMessage("A note has at most 1,000 characters.");
    }
}

internal sealed class ReplayFollowUpHandler(Intervening intervening) : IRequestHandler<ReplayFollowUp, InterventionResult>
{
    public Task<InterventionResult> Handle(ReplayFollowUp request, CancellationToken cancellationToken) =>
        intervening.ApplyAsync(request.InteractionId, "replay", request.Note, Replay, cancellationToken);

    private static (FollowUp? Next, string Message) Replay(FollowUp followUp, DateTimeOffset now) => followUp switch
    {
        { State: FollowUpState.Done, Outcome: FollowUpOutcome.TaskCreated } => (null, "Its task exists: replaying would make a second one."),
        { State: FollowUpState.Done, Outcome: FollowUpOutcome.NoTask, Decision.Suppression.SuppressedBy: not null } => (
            Restart(followUp, now), "Its task is created, although the customer has one already."),
        { State: FollowUpState.Done, Outcome: FollowUpOutcome.NoTask } => (null, "The policy decided that no task is owed; it decides once."),

        // Nobody could tell whether the task exists; the operator decides that it does not, and no hold is kept a second time.
        { UnconfirmedSince: not null } => (
            followUp.Enter(FollowUpState.Creating, now) with { Outcome = FollowUpOutcome.None, Decision = InTurn(followUp), PossibleDuplicate = true },
            "It is looked up once more, then created again, marked as a possible duplicate."),

        // A create call is still open: whether it made the task is asked first.
        { IntentAt: not null } => (
            followUp.Enter(FollowUpState.Creating, now) with { Outcome = FollowUpOutcome.None, Decision = InTurn(followUp) },
            "It is looked up, then created again if it is not there."),
        { TaskId: not null } => (NotifyAgain(followUp, now), "The agent is notified again."),
        _ => (Restart(followUp, now), "It is worked on again."),
    };

    // While it was parked it held nobody back: its customer may have a task by now.
    private static RecordedDecision? InTurn(FollowUp followUp) =>
        followUp is { State: FollowUpState.Parked or FollowUpState.Done, Decision: { Suppression: { } suppression } decision }
            ? decision with
            {
                Suppression = suppression with
                {
                    Passed = false,
                    WaitsUntil = null,
                    SuppressedBy = null,
                    Insisted = suppression.Insisted || suppression.SuppressedBy is not null,
                },
            }
            : followUp.Decision;

    // Whether an earlier notification was shown need not be known: the operator asks for another.
    private static FollowUp NotifyAgain(FollowUp followUp, DateTimeOffset now) => followUp.Enter(FollowUpState.Created, now) with
    {
        Outcome = FollowUpOutcome.None,
        Notification = NotificationStatus.Pending,
    };

    // A decision that owes a task stands. Its payload is composed anew, for what was wrong with it may have been a setting.
    private static FollowUp Restart(FollowUp followUp, DateTimeOffset now) => followUp.Enter(FollowUpState.Received, now) with
    {
        ReceivedAt = followUp.Decision is null ? now : followUp.ReceivedAt,
        Outcome = FollowUpOutcome.None,
        Decision = followUp.Decision?.DueDate is null ? null : InTurn(followUp),
        Payload = null,
        IdempotencyKey = null,
    };
}
