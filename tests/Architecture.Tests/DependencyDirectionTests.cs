using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CxoneAssist.Architecture.Tests;

internal sealed class DependencyDirectionTests
{
    private const string Mediation = "MediatR";
    private const string Validation = "FluentValidation";

    [TestCase(Product.Domain)]
    [TestCase(Product.Application, Product.Domain, Mediation, Validation)]
    public void InnerAssembly_References_OnlyTheRuntimeAndWhatItsRingMayKnow(string assembly, params string[] allowed) =>
        Assert.That(Beyond(Product.Load(assembly), reference => IsRuntime(reference) || allowed.Contains(reference)), Is.Empty);

    [TestCase(Product.Infrastructure, Product.Domain, Product.Application)]
    [TestCase(Product.AspNetCore, Product.Domain, Product.Application, Product.Infrastructure)]
    [TestCase(Product.HostWeb, Product.Domain, Product.Application, Product.Infrastructure, Product.AspNetCore)]
    [TestCase(
        Product.HostCli, Product.Domain, Product.Application, Product.Infrastructure, Product.AspNetCore, Product.HostWeb, Product.Simulator)]
    [TestCase(Product.Simulator)]
    public void OuterAssembly_References_OnlyOursFromFurtherIn(string assembly, params string[] allowed) =>
        Assert.That(Beyond(Product.Load(assembly), reference => !IsOurs(reference) || allowed.Contains(reference)), Is.Empty);

    [Test]
    public void Infrastructure_References_NothingOfAspNetCore() =>
        Assert.That(Beyond(Product.Load(Product.Infrastructure), reference => !IsAspNetCore(reference)), Is.Empty);

    // Declared dependencies bind every user of the package, used or not; compiled ones show what is
    // used.
    [TestCase(Product.Domain)]
    [TestCase(Product.Application, Product.Domain, Mediation, Validation)]
    public void InnerProject_Declares_OnlyTheDependenciesItsRingMayHave(string project, params string[] allowed) =>
        Assert.That(Declared(Dependencies(), project), Is.EquivalentTo(allowed));

    [Test]
    public void Rules_OnAssembliesFromFurtherOut_FindWhatIsForbidden()
    {
        var application = Product.Load(Product.Application);
        var host = Product.Load(Product.HostWeb);

        Assert.That(Beyond(application, IsRuntime), Has.Member(Product.Domain).And.Member(Mediation));
        Assert.That(Beyond(host, reference => !IsOurs(reference)), Has.Member(Product.AspNetCore));
        Assert.That(Beyond(host, reference => !IsAspNetCore(reference)), Is.Not.Empty);
        Assert.That(Declared(Dependencies(), Product.Infrastructure), Has.Member(Product.Application).And.Member("Refit"));
    }

    [Test]
    public void Load_AssemblyThatIsNotThere_Fails() =>
        Assert.That(() => Product.Load(Product.Prefix + "Absent"), Throws.InstanceOf<FileNotFoundException>());

    private static IEnumerable<string> Beyond(Assembly assembly, Func<string, bool> allowed) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => !allowed(name));

    private static bool IsOurs(string name) => name.StartsWith(Product.Prefix, StringComparison.Ordinal);

    private static bool IsAspNetCore(string name) => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    private static bool IsRuntime(string name) => File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll"));

    private static JsonElement Dependencies()
    {
        using var file = File.OpenRead(Path.ChangeExtension(Product.Tests.Location, ".deps.json"));
        using var document = JsonDocument.Parse(file);
        return document.RootElement.GetProperty("targets").EnumerateObject().Single().Value.Clone();
    }

    private static IEnumerable<string> Declared(JsonElement dependencies, string project)
    {
        var library = dependencies.EnumerateObject().Single(library => library.Name.StartsWith(project + "/", StringComparison.Ordinal));
        return library.Value.TryGetProperty("dependencies", out var declared) ? declared.EnumerateObject().Select(one => one.Name) : [];
    }
}
