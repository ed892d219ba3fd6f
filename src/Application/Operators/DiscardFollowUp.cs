using CxoneAssist.Domain;
using FluentValidation;
using MediatR;

namespace CxoneAssist.Application.Operators;

/// <summary>Ends a follow-up without a task, or without the notification where the task exists.</summary>
/// <param name="InteractionId">The interaction's id.</param>
/// <param name="Note">Why, from 1 to 1,000 characters; it is kept.</param>
internal sealed record DiscardFollowUp(string InteractionId, string Note) : IRequest<OperatorActionResult>;

internal sealed class DiscardFollowUpValidator : AbstractValidator<DiscardFollowUp>
{
    public DiscardFollowUpValidator()
    {
        RuleFor(command => command.InteractionId).Must(Identifier.IsValid).WithMessage("That is not a valid interaction id.");
        RuleFor(command => command.Note).NotEmpty().WithMessage("A note is required.")
            .MaximumLength(1000).WithMessage("A note has at most 1,000 characters.");
    }
}

internal sealed class DiscardFollowUpHandler(OperatorActions actions) : IRequestHandler<DiscardFollowUp, OperatorActionResult>
{
    public Task<OperatorActionResult> Handle(DiscardFollowUp request, CancellationToken cancellationToken) =>
        actions.ApplyAsync(request.InteractionId, "discard", request.Note, Discard, cancellationToken);

    private static (FollowUp? Next, string Message) Discard(FollowUp followUp, DateTimeOffset now) =>
        followUp.State == FollowUpState.Done
            ? (null, "It is done already.")
            : (followUp.Discard(), "It is discarded.");
}
