using CxoneAssist.Architecture.Tests.Metadata;

namespace CxoneAssist.Architecture.Tests;

internal sealed class MediatRBoundaryTests
{
    // The compiler adds IBaseRequest to every class that is an IRequest<T>; it is not in the source
    // code.
    private static readonly string[] Allowed = ["MediatR.IRequest`1", "MediatR.IRequestHandler`2", "MediatR.IBaseRequest"];

    [TestCase(Product.Application)]
    [TestCase(Product.Infrastructure)]
    [TestCase(Product.AspNetCore)]
    public void Package_UsesOfMediatR_OnlyRequestsAndTheirHandlers(string assembly) =>
        Assert.That(Beyond(TypeUses.Of(Product.Load(assembly))), Is.Empty);

    // MediatR 5.1 is unsigned and later ones are signed: a service compiled against a later one
    // could not use a type that mentions it.
    [TestCaseSource(typeof(Product), nameof(Product.Packages))]
    public void PublicType_OfAPackage_MentionsNeitherMediatRNorFluentValidation(string assembly) =>
        Assert.That(Product.Load(assembly).GetExportedTypes().Where(MentionsALibrary), Is.Empty);

    [Test]
    public void MentionsALibrary_OnSeeds_FindsBaseInterfaceParameterAndResult() => Assert.That(
        typeof(Seeds.Mentions.ByBase).Assembly.GetTypes().Where(type => type.Namespace == typeof(Seeds.Mentions.ByBase).Namespace)
            .Where(type => !MentionsALibrary(type)).Select(type => type.Name),
        Is.EqualTo((string[])["None"]));

    [TestCase(Product.Application, "MediatR.IRequest`1")]
    [TestCase(Product.Application, "MediatR.IRequestHandler`2")]
    [TestCase(Product.Infrastructure, "MediatR.IRequestHandler`2")]
    public void Uses_OfAnAssemblyThatHandlesRequests_AreSeen(string assembly, string type) =>
        Assert.That(TypeUses.Of(Product.Load(assembly)).Select(use => use.Type), Has.Member(type));

    [Test]
    public void Rule_OnSeeds_FindsEveryWayToUseMore() => Assert.That(
        Beyond(TypeUses.Of(Product.Tests)).Select(use => use.User).Distinct().Where(name => name.Contains(".Seeds.Mediation.", StringComparison.Ordinal)),
        Is.EquivalentTo(Product.Seeds("Mediation").Where(name => !name.Contains("WithinTheBoundary", StringComparison.Ordinal))));

    [Test]
    public void Uses_ThroughAGenericMethod_AreSeenWithTheirMember() => Assert.That(
        TypeUses.Of(Product.Tests), Has.Member(new TypeUse(typeof(Seeds.Mediation.AsArgumentOfACall).FullName!, "System.Array", "Empty()")));

    private static IEnumerable<TypeUse> Beyond(IEnumerable<TypeUse> uses) =>
        uses.Where(use => use.Type.StartsWith("MediatR.", StringComparison.Ordinal) && !Allowed.Contains(use.Type));

    private static bool MentionsALibrary(Type type) =>
        Mentioned(type).SelectMany(Parts).Any(part => part.Assembly.GetName().Name is "MediatR" or "FluentValidation");

    private static IEnumerable<Type> Mentioned(Type type)
    {
        const System.Reflection.BindingFlags Declared = System.Reflection.BindingFlags.DeclaredOnly | System.Reflection.BindingFlags.Public
            | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static;
        return
        [
            .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
            .. type.GetInterfaces(),
            .. type.GetMethods(Declared).Where(method => method.IsPublic || method.IsFamily)
                .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
            .. type.GetConstructors(Declared).Where(made => made.IsPublic || made.IsFamily)
                .SelectMany(made => made.GetParameters()).Select(parameter => parameter.ParameterType),
            .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType),
        ];
    }

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : type.GetGenericArguments().SelectMany(Parts).Append(type);
}
