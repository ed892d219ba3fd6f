using MediatR;

namespace CxoneAssist.Architecture.Tests.Seeds.Mediation;

// One type for each place in which a use of MediatR can stand.
internal sealed class AsInterface : INotification;

internal sealed class AsBaseClass : NotificationHandler<AsInterface>
{
    protected override void Handle(AsInterface notification)
    {
    }
}

internal sealed record AsRequestWithoutResult : IRequest;

internal sealed record AsArgumentOfAnInterface : IRequest<Unit>;

internal sealed class AsConstraint<T>
    where T : INotification;

internal static class AsConstraintOfAMethod
{
    public static string Use<T>()
        where T : INotification => typeof(T).Name;
}

internal sealed class AsField
{
#pragma warning disable CS0649 // Never assigned: the field alone is to be found.
    public Lazy<IMediator[]>? Mediators;
#pragma warning restore CS0649
}

internal static class AsParameter
{
    public static string? Use(IMediator mediator) => mediator.ToString();
}

internal static class AsResult
{
    public static IMediator? Use() => null;
}

internal static class AsTypeOf
{
    public static string Use() => typeof(IMediator).Name;
}

internal static class AsCast
{
    public static bool Use(object value) => value is IMediator;
}

internal static class AsStaticCall
{
    public static Task<Unit> Use() => Unit.Task;
}

internal static class AsArgumentOfACall
{
    public static int Use() => Array.Empty<IMediator>().Length;
}

internal static class InALambda
{
    public static Func<object, string> Use() => factory => ((ServiceFactory)factory)(typeof(object)).ToString()!;
}

internal static class InAnAsyncMethod
{
    public static async Task<int> UseAsync(object mediator, IRequest<int> request)
    {
        await Task.Yield();
        return await ((IMediator)mediator).Send(request, CancellationToken.None);
    }
}

internal static class InALocalFunction
{
    public static int Use()
    {
        return Count([]);

        static int Count(List<IMediator> mediators) => mediators.Count;
    }
}

internal static class InAFilter
{
    public static void Use(Action action)
    {
        try
        {
            action();
        }
        catch (InvalidOperationException exception) when (exception is INotification)
        {
            throw;
        }
    }
}

// Allowed, so that the rule is seen to let it pass.
internal sealed record RequestWithinTheBoundary : IRequest<string>;

internal sealed class HandlerWithinTheBoundary : IRequestHandler<RequestWithinTheBoundary, string>
{
    public Task<string> Handle(RequestWithinTheBoundary request, CancellationToken cancellationToken) => Task.FromResult("");
}
