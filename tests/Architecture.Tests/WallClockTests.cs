using System.Reflection;
using CxoneAssist.Architecture.Tests.Metadata;

namespace CxoneAssist.Architecture.Tests;

internal sealed class WallClockTests
{
    private static readonly string[] Clocks =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Environment.get_TickCount", "System.Diagnostics.Stopwatch.", "System.Threading.Thread.Sleep",
    ];

    // The analyzer forbids this too, file by file; here no pragma helps.
    [TestCaseSource(typeof(Product), nameof(Product.Everything))]
    public void Assembly_AsksForTheTime_OnlyThroughATimeProvider(string assembly) =>
        Assert.That(TypeUses.Of(Product.Load(assembly)).Where(ReadsAClock), Is.Empty);

    [TestCaseSource(typeof(Product), nameof(Product.InService))]
    public void SystemClock_IsChosen_OnlyWhereServicesAreRegistered(string assembly) =>
        Assert.That(ChoosesTheSystemClock(Product.Load(assembly)), Is.Empty);

    [Test]
    public void Uses_OfAnAssemblyThatTellsTheTime_AreSeen() => Assert.That(
        TypeUses.Of(Product.Load(Product.Infrastructure)).Select(use => use.Type + "." + use.Member),
        Has.Member("System.TimeProvider.GetUtcNow()"));

    [Test]
    public void Rules_OnSeeds_FindEveryWayToReadAClock()
    {
        var seeds = Product.Seeds("WallClock").ToLookup(name => name.Contains("System", StringComparison.Ordinal));

        Assert.That(
            TypeUses.Of(Product.Tests).Where(ReadsAClock).Select(use => use.User).Distinct(),
            Is.EquivalentTo(seeds[false].Where(name => !name.Contains("ByATimeProvider", StringComparison.Ordinal))));
        Assert.That(ChoosesTheSystemClock(Product.Tests), Is.EqualTo(seeds[true]));
    }

    private static bool ReadsAClock(TypeUse use) =>
        Clocks.Any(clock => $"{use.Type}.{use.Member}".StartsWith(clock, StringComparison.Ordinal))
        || (use is { Type: "System.Threading.Tasks.Task", Member: { } member }
            && member.StartsWith("Delay(", StringComparison.Ordinal)
            && !member.Contains("System.TimeProvider", StringComparison.Ordinal));

    private static IEnumerable<string> ChoosesTheSystemClock(Assembly assembly) => TypeUses.Of(assembly)
        .GroupBy(use => use.User)
        .Where(uses => uses.Any(use => use is { Type: "System.TimeProvider", Member: "get_System()" })
            && !uses.Any(use => use.Type.EndsWith(".IServiceCollection", StringComparison.Ordinal)))
        .Select(uses => uses.Key);
}
