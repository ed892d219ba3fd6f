using FluentValidation;
using MediatR;

namespace CxoneAssist.Application.Operators;

/// <summary>States that the task exists in CXone. The agent is notified, and no other task is created.</summary>
/// <param name="InteractionId">The interaction's id.</param>
/// <param name="TaskId">The task's id in CXone, from 1 to 200 characters without control characters.</param>
/// <param name="Note">Why, from 1 to 1,000 characters; it is kept.</param>
/// <param name="Actor">Who does it, at most 200 characters; <c>null</c> where that is not known.</param>
internal sealed record ConfirmFollowUp(string InteractionId, string TaskId, string Note, string? Actor = null)
    : IRequest<OperatorActionResult>, IOperatorAction;

internal sealed class ConfirmFollowUpValidator : OperatorActionValidator<ConfirmFollowUp>
{
    public ConfirmFollowUpValidator() =>
        RuleFor(command => command.TaskId).NotEmpty().WithMessage("taskId is required.")
            .MaximumLength(200).WithMessage("taskId has at most 200 characters.")
            .Must(id => id is null || !id.Any(char.IsControl)).WithMessage("taskId holds control characters.");
}

internal sealed class ConfirmFollowUpHandler(OperatorActions actions) : IRequestHandler<ConfirmFollowUp, OperatorActionResult>
{
    public Task<OperatorActionResult> Handle(ConfirmFollowUp request, CancellationToken cancellationToken) =>
        actions.ApplyAsync(request, "confirm", (followUp, now) => Confirm(followUp, request.TaskId, now), cancellationToken);

    private static (FollowUp? Next, string Message) Confirm(FollowUp followUp, string taskId, DateTimeOffset now) => followUp.CanBeConfirmed
        ? (followUp.Confirm(taskId, now), "The task is recorded; the agent is notified.")
        : (null, "Only a follow-up that is parked or whose creation is unconfirmed can be confirmed.");
}
