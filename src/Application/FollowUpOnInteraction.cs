using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;
using FluentValidation;
using MediatR;

namespace CxoneAssist.Application;

/// <summary>
/// Works on a claimed follow-up until it is settled or has to wait. Answers with the state it was left in, or <c>null</c> where the lease was
/// lost and another run has it. Cancelling stops after the step in hand; what was reached is saved and handed back.
/// </summary>
/// <param name="Claim">The follow-up and the lease on it.</param>
internal sealed record FollowUpOnInteraction(ClaimedFollowUp Claim) : IRequest<FollowUp?>;

/// <summary>
/// Holds only what every claim of the inbox keeps. A stored row is not validated again: one that failed here would be
/// refused at every lease, and neither worked on nor parked. The steps park what they cannot send.
/// </summary>
internal sealed class FollowUpOnInteractionValidator : AbstractValidator<FollowUpOnInteraction>
{
    public FollowUpOnInteractionValidator()
    {
        RuleFor(command => command.Claim.FollowUp.State).Must(state => state is FollowUpState.Received or FollowUpState.Creating or FollowUpState.Created)
            .WithMessage("Only a follow-up that is received, creating or created can be worked on.");
    }
}

internal sealed class FollowUpOnInteractionHandler(FollowUpRunner runner) : IRequestHandler<FollowUpOnInteraction, FollowUp?>
{
    public Task<FollowUp?> Handle(FollowUpOnInteraction request, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Claim, cancellationToken);
}
