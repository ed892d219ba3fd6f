using CxoneAssist.Application.Ports;
using FluentValidation;
using MediatR;

namespace CxoneAssist.Application.Operators;

/// <summary>Asks for a page of follow-ups, with counts of them all.</summary>
/// <param name="Filter">Which ones.</param>
/// <param name="After">Where the page begins; <c>null</c> for the first one.</param>
/// <param name="Take">How many at most, from 1 to 500.</param>
internal sealed record ListFollowUps(FollowUpFilter Filter, PagePosition? After, int Take) : IRequest<FollowUpPage>;

internal sealed class ListFollowUpsValidator : AbstractValidator<ListFollowUps>
{
    internal const int MostTaken = 500;

    public ListFollowUpsValidator() =>
        RuleFor(query => query.Take).InclusiveBetween(1, MostTaken).WithMessage($"take must be from 1 to {MostTaken}.");
}

internal sealed class ListFollowUpsHandler(IFollowUpRecords records) : IRequestHandler<ListFollowUps, FollowUpPage>
{
    public async Task<FollowUpPage> Handle(ListFollowUps request, CancellationToken cancellationToken)
    {
        var rows = await records.ListAsync(request.Filter, request.After, request.Take, cancellationToken);
        var status = await records.StatusAsync(cancellationToken);
        return FollowUpPage.From(rows.Items, rows.Next, status);
    }
}
