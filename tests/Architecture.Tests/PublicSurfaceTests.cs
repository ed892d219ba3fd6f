using System.Reflection;
using System.Xml.Linq;
using CxoneAssist.Architecture.Tests.Seeds;

namespace CxoneAssist.Architecture.Tests;

internal sealed class PublicSurfaceTests
{
    private static readonly HashSet<string> Kinds = new(
        ["Helpers", "Utils", "Utilities", "Managers", "Services", "Interfaces", "Common", "Misc", "Shared", "Models", "Abstractions"],
        StringComparer.OrdinalIgnoreCase);

    [TestCaseSource(typeof(Product), nameof(Product.Packages))]
    public void PublicType_InAPackage_LivesAtTheRootOrInItsConcept(string assembly) =>
        Assert.That(TooDeep(Product.Load(assembly), assembly), Is.Empty);

    [TestCaseSource(typeof(Product), nameof(Product.Packages))]
    public void PublicType_InAPackage_IsDocumented(string assembly)
    {
        var loaded = Product.Load(assembly);

        Assert.That(Undocumented(loaded, XDocument.Load(Path.ChangeExtension(loaded.Location, ".xml"))), Is.Empty);
    }

    [TestCaseSource(typeof(Product), nameof(Product.Packages))]
    public void Package_HasAPublicSurface(string assembly) => Assert.That(Product.Load(assembly).GetExportedTypes(), Is.Not.Empty);

    [TestCaseSource(typeof(Product), nameof(Product.Everything))]
    public void Namespace_IsNamedAfterAConcept_NotAKindOfType(string assembly) =>
        Assert.That(NamedAfterKinds(Product.Load(assembly)), Is.Empty);

    [Test]
    public void Rules_OnSeeds_FindWhatIsHiddenUndocumentedOrMisnamed()
    {
        var documented = XDocument.Parse("""<doc><members><member name="T:CxoneAssist.Architecture.Tests.Seeds.PublicShell" /></members></doc>""");

        Assert.That(TooDeep(Product.Tests, "CxoneAssist.Architecture.Tests"), Is.EqualTo(new[] { typeof(Seeds.Deep.TooDeep) }));
        Assert.That(
            Undocumented(Product.Tests, documented),
            Is.EquivalentTo(new[] { typeof(PublicShell.Inside), typeof(Seeds.Deep.TooDeep) }));
        Assert.That(NamedAfterKinds(Product.Tests), Is.EqualTo(new[] { typeof(Seeds.Helpers.Misnamed) }));
    }

    // Extension methods stand where services find them without a using of ours.
    private static readonly string[] OfExtensions = ["Microsoft.Extensions.DependencyInjection", "Microsoft.AspNetCore.Builder"];

    private static IEnumerable<Type> TooDeep(Assembly assembly, string root) => assembly.GetExportedTypes().Where(type =>
        !(type is { IsAbstract: true, IsSealed: true } && OfExtensions.Contains(type.Namespace))
        && (type.Namespace is not { } space || !(space + ".").StartsWith(root + ".", StringComparison.Ordinal)
            || space[root.Length..].Count(letter => letter == '.') > 1));

    private static IEnumerable<Type> Undocumented(Assembly assembly, XDocument documentation)
    {
        var documented = documentation.Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet();
        return assembly.GetExportedTypes().Where(type => !documented.Contains("T:" + type.FullName!.Replace('+', '.')));
    }

    private static IEnumerable<Type> NamedAfterKinds(Assembly assembly) =>
        assembly.WrittenTypes().Where(type => type.Namespace?.Split('.').Any(Kinds.Contains) == true);
}
