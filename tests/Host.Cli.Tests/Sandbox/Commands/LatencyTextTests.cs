using CxoneAssist.Host.Cli.Sandbox.Commands;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Commands;

internal sealed class LatencyTextTests
{
    [TestCase("0ms", 0)]
    [TestCase("200ms", 200)]
    [TestCase("1.5s", 1500)]
    [TestCase("60s", 60_000)]
    public void Parse_NumberAndUnit_IsThatLong(string text, int milliseconds) =>
        Assert.That(LatencyText.Parse(text), Is.EqualTo(TimeSpan.FromMilliseconds(milliseconds)));

    [TestCase("200")]
    [TestCase("61s")]
    [TestCase("-1s")]
    [TestCase("1,5s")]
    [TestCase("ms")]
    [TestCase("")]
    public void Parse_AnythingElse_IsNone(string text) => Assert.That(LatencyText.Parse(text), Is.Null);
}
