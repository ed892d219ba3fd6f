using CxoneAssist.Architecture.Tests.Metadata;

namespace CxoneAssist.Architecture.Tests;

internal sealed class MediatRBoundaryTests
{
    private const string Mediator = Product.Infrastructure + ".Mediation.CxoneAssistMediator";

    // IBaseRequest is what the compiler adds to every class that is an IRequest<T>; nobody writes it.
    private static readonly string[] Allowed = ["MediatR.IRequest`1", "MediatR.IRequestHandler`2", "MediatR.IBaseRequest"];

    [TestCase(Product.Application)]
    [TestCase(Product.Infrastructure)]
    [TestCase(Product.AspNetCore)]
    public void Package_UsesOfMediatR_OnlyRequestsAndTheirHandlers(string assembly) =>
        Assert.That(Beyond(TypeUses.Of(Product.Load(assembly))).Where(use => use.User != Mediator), Is.Empty);

    [Test]
    public void Mediator_IsTheOneTypeThatNeedsMore() =>
        Assert.That(Beyond(TypeUses.Of(Product.Load(Product.Infrastructure))), Is.Not.Empty.And.All.Property("User").EqualTo(Mediator));

    [TestCase(Product.Application, "MediatR.IRequest`1")]
    [TestCase(Product.Application, "MediatR.IRequestHandler`2")]
    [TestCase(Product.Infrastructure, "MediatR.IRequestHandler`2")]
    public void Uses_OfAnAssemblyThatHandlesRequests_AreSeen(string assembly, string type) =>
        Assert.That(TypeUses.Of(Product.Load(assembly)).Select(use => use.Type), Has.Member(type));

    [Test]
    public void Rule_OnSeeds_FindsEveryWayToUseMore() => Assert.That(
        Beyond(TypeUses.Of(Product.Tests)).Select(use => use.User).Distinct(),
        Is.EquivalentTo(Product.Seeds("Mediation").Where(name => !name.Contains("WithinTheBoundary", StringComparison.Ordinal))));

    [Test]
    public void Uses_ThroughAGenericMethod_AreSeenWithTheirMember() => Assert.That(
        TypeUses.Of(Product.Tests), Has.Member(new TypeUse(typeof(Seeds.Mediation.AsArgumentOfACall).FullName!, "System.Array", "Empty()")));

    private static IEnumerable<TypeUse> Beyond(IEnumerable<TypeUse> uses) =>
        uses.Where(use => use.Type.StartsWith("MediatR.", StringComparison.Ordinal) && !Allowed.Contains(use.Type));
}
