using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using FluentValidation;
using MediatR;

namespace CxoneAssist.Application.Operators;

/// <summary>Asks for one follow-up; <c>null</c> where the interaction is not known.</summary>
/// <param name="InteractionId">The interaction's id.</param>
internal sealed record GetFollowUp(string InteractionId) : IRequest<FollowUpDetails?>;

internal sealed class GetFollowUpValidator : AbstractValidator<GetFollowUp>
{
    public GetFollowUpValidator() =>
        RuleFor(query => query.InteractionId).Must(Identifier.IsValid).WithMessage("That is not a valid interaction id.");
}

internal sealed class GetFollowUpHandler(IFollowUpRecords records) : IRequestHandler<GetFollowUp, FollowUpDetails?>
{
    public async Task<FollowUpDetails?> Handle(GetFollowUp request, CancellationToken cancellationToken) =>
        await records.FindAsync(request.InteractionId, cancellationToken) is { } record
            ? FollowUpDetails.From(record, isWhole: true)
            : null;
}
