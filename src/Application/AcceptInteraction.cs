using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using FluentValidation;
using MediatR;

namespace CxoneAssist.Application;

/// <summary>Takes a finished interaction into the inbox. When it is handled, the interaction is safe on disk.</summary>
/// <param name="Interaction">The interaction.</param>
internal sealed record AcceptInteraction(CompletedInteraction Interaction) : IRequest<ReceiveResult>;

internal sealed class AcceptInteractionValidator : AbstractValidator<AcceptInteraction>
{
    public AcceptInteractionValidator()
    {
        RuleFor(command => command.Interaction.InteractionId).Must(Identifier.IsValid).WithMessage("interactionId is not a valid id.");
        RuleFor(command => command.Interaction.AgentId).Must(Identifier.IsValid).WithMessage("agentId is not a valid id.");
    }
}

internal sealed class AcceptInteractionHandler(IFollowUpInbox inbox) : IRequestHandler<AcceptInteraction, ReceiveResult>
{
    public Task<ReceiveResult> Handle(AcceptInteraction request, CancellationToken cancellationToken) =>
        inbox.ReceiveAsync(request.Interaction, cancellationToken);
}
