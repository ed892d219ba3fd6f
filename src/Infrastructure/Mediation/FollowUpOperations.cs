using CxoneAssist.Application;
using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Infrastructure.Mediation;

/// <summary>Hands each operation to the handler of its request, and says what is not valid without FluentValidation's types.</summary>
internal sealed class FollowUpOperations(IServiceProvider services) : IFollowUpOperations
{
    public Task<ReceiveResult> AcceptAsync(CompletedInteraction interaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return HandleAsync<AcceptInteraction, ReceiveResult>(new(interaction), cancellationToken);
    }

    public Task<FollowUpDetails?> GetAsync(string interactionId, CancellationToken cancellationToken) =>
        HandleAsync<GetFollowUp, FollowUpDetails?>(new(interactionId), cancellationToken);

    public Task<FollowUpPage> ListAsync(FollowUpFilter? filter, PagePosition? after, int take, CancellationToken cancellationToken) =>
        HandleAsync<ListFollowUps, FollowUpPage>(new(filter ?? new FollowUpFilter(), after, take), cancellationToken);

    public Task<OperatorActionResult> ReplayAsync(string interactionId, string note, string? actor, CancellationToken cancellationToken) =>
        HandleAsync<ReplayFollowUp, OperatorActionResult>(new(interactionId, note, actor), cancellationToken);

    public Task<OperatorActionResult> ConfirmAsync(string interactionId, string taskId, string note, string? actor, CancellationToken cancellationToken) =>
        HandleAsync<ConfirmFollowUp, OperatorActionResult>(new(interactionId, taskId, note, actor), cancellationToken);

    public Task<OperatorActionResult> DiscardAsync(string interactionId, string note, string? actor, CancellationToken cancellationToken) =>
        HandleAsync<DiscardFollowUp, OperatorActionResult>(new(interactionId, note, actor), cancellationToken);

    public Task<ForgetCustomerResult> ForgetCustomerAsync(string customer, string note, string? actor, CancellationToken cancellationToken) =>
        HandleAsync<ForgetCustomer, ForgetCustomerResult>(new(customer, note, actor), cancellationToken);

    private async Task<TResult> HandleAsync<TRequest, TResult>(TRequest request, CancellationToken cancellationToken)
        where TRequest : IRequest<TResult>
    {
        try
        {
            var handler = services.GetRequiredService<IRequestHandler<TRequest, TResult>>();
            return await handler.Handle(request, cancellationToken);
        }
        catch (ValidationException invalid)
        {
            throw new ArgumentException(string.Join(' ', invalid.Errors.Select(error => error.ErrorMessage)), invalid);
        }
    }
}
