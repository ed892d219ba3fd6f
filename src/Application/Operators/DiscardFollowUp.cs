using MediatR;

namespace CxoneAssist.Application.Operators;

/// <summary>Ends a follow-up without a task, or without the notification where the task exists.</summary>
/// <param name="InteractionId">The interaction's id.</param>
/// <param name="Note">Why, from 1 to 1,000 characters; it is kept.</param>
/// <param name="Actor">Who does it, at most 200 characters; <c>null</c> where that is not known.</param>
internal sealed record DiscardFollowUp(string InteractionId, string Note, string? Actor = null)
    : IRequest<OperatorActionResult>, IOperatorAction;

internal sealed class DiscardFollowUpValidator : OperatorActionValidator<DiscardFollowUp>;

internal sealed class DiscardFollowUpHandler(OperatorActions actions) : IRequestHandler<DiscardFollowUp, OperatorActionResult>
{
    public Task<OperatorActionResult> Handle(DiscardFollowUp request, CancellationToken cancellationToken) =>
        actions.ApplyAsync(request, "discard", Discard, cancellationToken);

    private static (FollowUp? Next, string Message) Discard(FollowUp followUp, DateTimeOffset now) =>
        followUp.State == FollowUpState.Done
            ? (null, "It is done already.")
            : (followUp.Discard(), "It is discarded.");
}
