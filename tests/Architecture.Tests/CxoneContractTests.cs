using CxoneAssist.Architecture.Tests.Metadata;

namespace CxoneAssist.Architecture.Tests;

/// <summary>The code that all contracts of CXone share references none of them.</summary>
internal sealed class CxoneContractTests
{
    private const string Cxone = Product.Infrastructure + ".Cxone";
    private const string Workflow = Cxone + ".Workflow";
    private const string Registration = Cxone + ".CxoneRegistration";

    private static readonly string Seeds = typeof(Product).Namespace + ".Seeds.Contract";

    [Test]
    public void Workflow_IsUsed_OnlyByTheRegistration() => Assert.That(
        FromOutside(Product.Load(Product.Infrastructure), Workflow),
        Is.Not.Empty.And.All.Property("User").EqualTo(Registration));

    [Test]
    public void Workflow_UsesTheSharedParts() => Assert.That(
        TypeUses.Of(Product.Load(Product.Infrastructure)).Where(use => IsWithin(use.User, Workflow)).Select(use => use.Type),
        Has.Member(Cxone + ".CxoneClient"));

    [Test]
    public void Rule_OnSeeds_FindsEveryWayToUseAContract() => Assert.That(
        FromOutside(Product.Tests, Seeds + ".Inner").Select(use => use.User).Distinct(),
        Is.EquivalentTo(Product.Seeds("Contract").Where(name => !name.Contains("KeepsOut", StringComparison.Ordinal))));

    private static IEnumerable<TypeUse> FromOutside(System.Reflection.Assembly assembly, string inside) => TypeUses.Of(assembly).Where(use =>
        IsWithin(use.Type, inside) && !IsWithin(use.User, inside) && use.User.StartsWith(Product.Prefix, StringComparison.Ordinal));

    private static bool IsWithin(string type, string space) => type.StartsWith(space + ".", StringComparison.Ordinal);
}
