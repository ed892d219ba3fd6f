using MediatR;

namespace CxoneAssist.Application.Operators;

/// <summary>Works on a follow-up again: one that is parked, waits, was discarded, or ended without a form or unanswered.</summary>
/// <param name="InteractionId">The interaction's id.</param>
/// <param name="Note">Why, from 1 to 1,000 characters; it is kept.</param>
/// <param name="Actor">Who does it, at most 200 characters; <c>null</c> where that is not known.</param>
internal sealed record ReplayFollowUp(string InteractionId, string Note, string? Actor = null)
    : IRequest<OperatorActionResult>, IOperatorAction;

internal sealed class ReplayFollowUpValidator : OperatorActionValidator<ReplayFollowUp>;

internal sealed class ReplayFollowUpHandler(OperatorActions actions) : IRequestHandler<ReplayFollowUp, OperatorActionResult>
{
    public Task<OperatorActionResult> Handle(ReplayFollowUp request, CancellationToken cancellationToken) =>
        actions.ApplyAsync(request, "replay", Replay, cancellationToken);

    private static (FollowUp? Next, string Message) Replay(FollowUp followUp, DateTimeOffset now) => followUp switch
    {
        { State: FollowUpState.Done, Outcome: FollowUpOutcome.TaskCreated } => (null, "Its task exists: replaying would make a second one."),
        { State: FollowUpState.Done, Outcome: FollowUpOutcome.NoTask, Decision.Suppression.SuppressedBy: not null } => (
            followUp.StartAgain(now), "Its task is created, although the customer has one already."),
        { State: FollowUpState.Done, Outcome: FollowUpOutcome.NoTask } => (null, "The policy decided that no task is owed; it decides once."),
        { UnconfirmedSince: not null } => (
            followUp.InsistOnCreation(now), "It is looked up once more, then created again, marked as a possible duplicate."),
        { IntentAt: not null } => (followUp.LookUpAgain(now), "It is looked up, then created again if it is not there."),
        { TaskId: not null } => (followUp.NotifyAgain(now), "The agent is notified again."),
        _ => (followUp.StartAgain(now), "It is worked on again."),
    };
}
