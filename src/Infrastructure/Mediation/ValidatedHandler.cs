using FluentValidation;
using MediatR;

namespace CxoneAssist.Infrastructure.Mediation;

/// <summary>Puts a request's validator before its handler. It needs one: a request without a validator cannot be registered by mistake.</summary>
internal sealed class ValidatedHandler<TRequest, TResult>(IRequestHandler<TRequest, TResult> inner, IValidator<TRequest> validator)
    : IRequestHandler<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    public Task<TResult> Handle(TRequest request, CancellationToken cancellationToken)
    {
        validator.ValidateAndThrow(request);
        return inner.Handle(request, cancellationToken);
    }
}
