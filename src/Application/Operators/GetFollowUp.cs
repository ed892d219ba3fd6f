using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using FluentValidation;
using MediatR;

namespace CxoneAssist.Application.Operators;

/// <summary>Asks for one follow-up; <c>null</c> where the interaction is not known.</summary>
/// <param name="InteractionId">The interaction's id.</param>
public sealed record GetFollowUp(string InteractionId) : IRequest<FollowUpRecord?>;

internal sealed class GetFollowUpValidator : AbstractValidator<GetFollowUp>
{
    public GetFollowUpValidator() =>
        RuleFor(query => query.InteractionId).Must(Identifier.IsValid).WithMessage("That is not a valid interaction id.");
}

internal sealed class GetFollowUpHandler(IFollowUpRecords records) : IRequestHandler<GetFollowUp, FollowUpRecord?>
{
    public Task<FollowUpRecord?> Handle(GetFollowUp request, CancellationToken cancellationToken) =>
        records.FindAsync(request.InteractionId, cancellationToken);
}
