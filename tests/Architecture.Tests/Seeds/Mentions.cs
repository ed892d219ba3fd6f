using FluentValidation;
using MediatR;

namespace CxoneAssist.Architecture.Tests.Seeds.Mentions;

// One type for each place in which a public type can mention a library. They are internal: seeds are not part of a surface.
internal sealed class ByBase : AbstractValidator<string>;

internal sealed class ByInterface : IRequest<string>;

internal static class ByParameter
{
    public static string? Use(Lazy<IMediator[]> mediators) => mediators.ToString();
}

internal static class ByResult
{
    public static Task<IValidator<string>?> UseAsync() => Task.FromResult<IValidator<string>?>(null);
}

internal sealed class ByConstructor(IMediator mediator)
{
    public override string? ToString() => mediator.ToString();
}

internal sealed class None
{
    public override string ToString() => "";
}
