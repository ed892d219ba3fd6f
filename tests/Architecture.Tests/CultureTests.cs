using CxoneAssist.Architecture.Tests.Metadata;

namespace CxoneAssist.Architecture.Tests;

/// <summary>
/// An embedding service sets the culture. With Thai, Persian or Arabic calendars a date would have
/// the year 2569, 1405 or 1448.
/// </summary>
internal sealed class CultureTests
{
    [TestCaseSource(typeof(Product), nameof(Product.Everything))]
    public void Texts_WithDatesAndFractions_AreWrittenByTheInvariantCulture(string assembly) =>
        Assert.That(InterpolatedTexts.OfThreadCulture(Product.Load(assembly)), Is.Empty);

    [Test]
    public void Rule_OnSeeds_FindsEveryTextThatFollowsTheCulture() => Assert.That(
        InterpolatedTexts.OfThreadCulture(Product.Tests)
            .Where(name => name.Contains(".Seeds.Culture.", StringComparison.Ordinal))
            .Select(name => name[..name.LastIndexOf('.')]),
        Is.EquivalentTo(Product.Seeds("Culture").Where(name => !name.Contains("Invariant", StringComparison.Ordinal))));
}
