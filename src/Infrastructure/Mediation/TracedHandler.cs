using System.Diagnostics;
using MediatR;

namespace CxoneAssist.Infrastructure.Mediation;

/// <summary>
/// Wraps a handler in an activity of the source <c>CxoneAssist</c>; costs nothing without a
/// listener.
/// </summary>
internal sealed class TracedHandler<TRequest, TResult>(IRequestHandler<TRequest, TResult> inner) : IRequestHandler<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    public Task<TResult> Handle(TRequest request, CancellationToken cancellationToken) =>
        RequestActivities.Source.HasListeners() ? TraceAsync(request, cancellationToken) : inner.Handle(request, cancellationToken);

    private async Task<TResult> TraceAsync(TRequest request, CancellationToken cancellationToken)
    {
        using var activity = RequestActivities.Source.StartActivity(typeof(TRequest).Name);
        try
        {
            return await inner.Handle(request, cancellationToken);
        }
        catch (Exception exception)
        {
            // The type only: a message may hold what the customer wrote.
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
    }
}

internal static class RequestActivities
{
    public static readonly ActivitySource Source = new("CxoneAssist");
}
