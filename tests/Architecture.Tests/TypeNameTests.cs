namespace CxoneAssist.Architecture.Tests;

/// <summary>A type name is unique for a search, and is a noun, not an activity.</summary>
internal sealed class TypeNameTests
{
    // Every class that logs nests one, and every program has one.
    private static readonly string[] NamesOfMany = ["Log", "Program"];

    // Nouns that only look like gerunds.
    private static readonly string[] Nouns =
        ["Finding", "ModeSetting", "PolicyFinding", "TextEncoding", "UnconfirmedHandling", "WebhookSignatureEncoding"];

    [Test]
    public void TypeName_InTheProduct_IsOfOneType() => Assert.That(Shared(WrittenTypes(Product.Everything)), Is.Empty);

    [Test]
    public void TypeName_InTheProduct_IsNoGerund() =>
        Assert.That(Gerunds(WrittenTypes(Product.Everything)).Except(Nouns), Is.Empty);

    [Test]
    public void Nouns_ThatAreExcepted_AllExist() => Assert.That(Nouns, Is.SubsetOf(Gerunds(WrittenTypes(Product.Everything))));

    [Test]
    public void Rules_OnSeeds_FindEachNameOfTwoTypesAndEachGerund()
    {
        var seeds = Product.Tests.WrittenTypes().Where(type => type.Namespace!.Contains(".Seeds.Names", StringComparison.Ordinal)).ToList();

        Assert.That(Shared(seeds), Is.EqualTo(["Twin"]));
        Assert.That(Gerunds(seeds), Is.EquivalentTo(["Deciding", "Waiting"]));
    }

    private static IEnumerable<Type> WrittenTypes(IEnumerable<string> assemblies) =>
        assemblies.SelectMany(assembly => Product.Load(assembly).WrittenTypes());

    private static IEnumerable<string> Shared(IEnumerable<Type> types) => types
        .Where(type => !IsCase(type))
        .GroupBy(type => type.Name)
        .Where(named => named.Count() > 1 && !NamesOfMany.Contains(named.Key))
        .Select(named => named.Key);

    // A generic type's name ends with a backtick and the number of its parameters.
    private static IEnumerable<string> Gerunds(IEnumerable<Type> types) =>
        types.Select(type => type.Name.Split('`')[0]).Distinct().Where(name => name.EndsWith("ing", StringComparison.Ordinal));

    // The cases of a result are read with its name before theirs: TaskLookup.Found.
    private static bool IsCase(Type type) => type.DeclaringType is { } result && type.BaseType == result;
}
