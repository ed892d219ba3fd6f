using CxoneAssist.Application.Ports;
using FluentValidation;
using MediatR;

namespace CxoneAssist.Application.Operators;

/// <summary>What came of a customer's wish to be forgotten.</summary>
/// <param name="Forgotten">Of how many follow-ups the contents were deleted.</param>
/// <param name="Left">
/// The interactions whose follow-ups have not ended, at most 100: their contents are needed, and stay. Discard them, or let them
/// end, and ask again.
/// </param>
public sealed record ForgetCustomerResult(int Forgotten, IReadOnlyList<string> Left);

/// <summary>Deletes the contents of a customer's follow-ups that have ended, as retention does when their time is over. Keys stay.</summary>
/// <param name="Customer">The customer's id, as the webhooks named it.</param>
/// <param name="Note">Why, from 1 to 1,000 characters; it is kept, so it must not name the customer.</param>
/// <param name="Actor">Who does it, at most 200 characters; <c>null</c> where that is not known.</param>
internal sealed record ForgetCustomer(string Customer, string Note, string? Actor = null) : IRequest<ForgetCustomerResult>, INotedAction;

internal sealed class ForgetCustomerValidator : NotedActionValidator<ForgetCustomer>
{
    public ForgetCustomerValidator()
    {
        RuleFor(command => command.Customer).NotEmpty().WithMessage("A customer's id is required.");
        RuleFor(command => command.Note)
            .Must((command, note) => string.IsNullOrEmpty(command.Customer) || note?.Contains(command.Customer, StringComparison.OrdinalIgnoreCase) != true)
            .WithMessage("The note is kept: it must not name the customer.");
    }
}

internal sealed class ForgetCustomerHandler(IFollowUpRecords records, TimeProvider time) : IRequestHandler<ForgetCustomer, ForgetCustomerResult>
{
    // Webhooks wait no longer than some milliseconds for these.
    private const int AtOnce = 100;

    private const int MostNamed = 100;

    public async Task<ForgetCustomerResult> Handle(ForgetCustomer request, CancellationToken cancellationToken)
    {
        var action = new OperatorAction(time.GetUtcNow(), "forget", request.Note) { Actor = request.Actor };
        var forgotten = 0;
        int batch;
        do
        {
            batch = await records.ForgetAsync(request.Customer, action, AtOnce, cancellationToken);
            forgotten += batch;
        }
        while (batch > 0);

        return new(forgotten, await LeftAsync(request.Customer, cancellationToken));
    }

    private async Task<IReadOnlyList<string>> LeftAsync(string customer, CancellationToken cancellationToken)
    {
        List<string> left = [];
        PagePosition? next = null;
        do
        {
            var page = await records.ListAsync(new() { Customer = customer }, next, MostNamed - left.Count, cancellationToken);
            left.AddRange(page.Items.Select(item => item.FollowUp.Interaction.InteractionId));
            next = page.Next;
        }
        while (next is not null && left.Count < MostNamed);

        return left;
    }
}
