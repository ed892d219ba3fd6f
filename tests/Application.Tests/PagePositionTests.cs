using System.Text.Json;

namespace CxoneAssist.Application.Tests;

internal sealed class PagePositionTests
{
    [Test]
    public void Position_AsText_IsReadAgain()
    {
        var position = new PagePosition(new DateTimeOffset(2025, 11, 30, 9, 0, 0, TimeSpan.Zero), 42);

        Assert.That(position.ToString(), Is.EqualTo("1764493200000-42"));
        Assert.That((PagePosition.TryParse(position.ToString(), out var read), read), Is.EqualTo((true, position)));
        Assert.That(JsonSerializer.Deserialize<PagePosition>(JsonSerializer.Serialize(position)), Is.EqualTo(position));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("0")]
    [TestCase("4711")]
    [TestCase("-1")]
    [TestCase("1-")]
    [TestCase("-1-1")]
    [TestCase("1-2-3")]
    [TestCase("1 -2")]
    [TestCase("1-+2")]
    [TestCase("١-2")]
    [TestCase("253402300800000-1", Description = "Later than any time.")]
    [TestCase("99999999999999999999-1")]
    public void Text_ThatIsNoPosition_IsNotRead(string? text) => Assert.That(PagePosition.TryParse(text, out _), Is.False);

    [TestCase("42")]
    [TestCase("\"42\"")]
    public void Json_ThatIsNoPosition_IsRefused(string json) =>
        Assert.That(() => JsonSerializer.Deserialize<PagePosition>(json), Throws.TypeOf<JsonException>());
}
