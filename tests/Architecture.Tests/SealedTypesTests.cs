using System.Reflection;
using CxoneAssist.Architecture.Tests.Seeds;

namespace CxoneAssist.Architecture.Tests;

internal sealed class SealedTypesTests
{
    [TestCaseSource(typeof(Product), nameof(Product.Packages))]
    public void NonPublicClass_InAPackage_IsSealedUnlessItIsAbstract(string assembly) =>
        Assert.That(Open(Product.Load(assembly)), Is.Empty);

    [Test]
    public void Rule_OnSeeds_FindsEachOpenClassAndNoOther() => Assert.That(
        Open(Product.Tests),
        Is.EquivalentTo(new[] { typeof(OpenClass), typeof(OpenRecord), typeof(PublicShell).GetNestedType("OpenInside", BindingFlags.NonPublic) }));

    private static IEnumerable<Type> Open(Assembly assembly) =>
        assembly.WrittenTypes().Where(type => type is { IsClass: true, IsVisible: false, IsSealed: false, IsAbstract: false });
}
