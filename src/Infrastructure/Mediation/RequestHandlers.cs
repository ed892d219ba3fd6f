using CxoneAssist.Application;
using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Ports;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CxoneAssist.Infrastructure.Mediation;

/// <summary>Registers every request's handler, validated and traced, whichever mediator, or none, sends it.</summary>
internal static class RequestHandlers
{
    public static IServiceCollection AddRequestHandlers(this IServiceCollection services) => services
        .AddSingleton<OperatorActions>()
        .AddHandler<AcceptInteraction, ReceiveResult, AcceptInteractionHandler, AcceptInteractionValidator>()
        .AddHandler<FollowUpOnInteraction, FollowUp?, FollowUpOnInteractionHandler, FollowUpOnInteractionValidator>()
        .AddHandler<GetFollowUp, FollowUpDetails?, GetFollowUpHandler, GetFollowUpValidator>()
        .AddHandler<ListFollowUps, FollowUpPage, ListFollowUpsHandler, ListFollowUpsValidator>()
        .AddHandler<ReplayFollowUp, OperatorActionResult, ReplayFollowUpHandler, ReplayFollowUpValidator>()
        .AddHandler<ConfirmFollowUp, OperatorActionResult, ConfirmFollowUpHandler, ConfirmFollowUpValidator>()
        .AddHandler<DiscardFollowUp, OperatorActionResult, DiscardFollowUpHandler, DiscardFollowUpValidator>()
        .AddHandler<ForgetCustomer, ForgetCustomerResult, ForgetCustomerHandler, ForgetCustomerValidator>()
        .AddSingleton<IFollowUpOperations, FollowUpOperations>();

    private static IServiceCollection AddHandlerItself<THandler>(this IServiceCollection services)
        where THandler : class
    {
        services.TryAddSingleton<THandler>();
        return services;
    }

    private static IServiceCollection AddHandler<TRequest, TResult, THandler, TValidator>(this IServiceCollection services)
        where TRequest : IRequest<TResult>
        where THandler : class, IRequestHandler<TRequest, TResult>
        where TValidator : class, IValidator<TRequest> => services
            .AddSingleton<IValidator<TRequest>, TValidator>()
            .AddHandlerItself<THandler>()
            .AddSingleton<IRequestHandler<TRequest, TResult>>(provider => new TracedHandler<TRequest, TResult>(
                new ValidatedHandler<TRequest, TResult>(
                    provider.GetRequiredService<THandler>(), provider.GetRequiredService<IValidator<TRequest>>())));
}
