using CxoneAssist.Application.Ports;
using FluentValidation;
using MediatR;

namespace CxoneAssist.Application.Operators;

/// <summary>Asks for a page of follow-ups, with counts of them all.</summary>
/// <param name="Filter">Which ones.</param>
/// <param name="After">The row after which the page begins; 0 for the first page.</param>
/// <param name="Take">How many at most, from 1 to 500.</param>
internal sealed record ListFollowUps(FollowUpFilter Filter, long After, int Take) : IRequest<FollowUpPage>;

internal sealed class ListFollowUpsValidator : AbstractValidator<ListFollowUps>
{
    internal const int MostTaken = 500;

    internal const string After = "after must be 0 or the row that a page named as next.";

    public ListFollowUpsValidator()
    {
        RuleFor(query => query.After).GreaterThanOrEqualTo(0).WithMessage(After);
        RuleFor(query => query.Take).InclusiveBetween(1, MostTaken).WithMessage($"take must be from 1 to {MostTaken}.");
    }
}

internal sealed class ListFollowUpsHandler(IFollowUpRecords records) : IRequestHandler<ListFollowUps, FollowUpPage>
{
    public async Task<FollowUpPage> Handle(ListFollowUps request, CancellationToken cancellationToken)
    {
        var rows = await records.ListAsync(request.Filter, request.After, request.Take, cancellationToken)
            ?? throw new ValidationException([new(nameof(request.After), ListFollowUpsValidator.After)]);
        var status = await records.StatusAsync(cancellationToken);
        return FollowUpPage.From(rows.Items, rows.Next, status);
    }
}
