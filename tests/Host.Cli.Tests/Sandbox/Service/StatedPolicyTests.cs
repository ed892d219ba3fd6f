using System.Text.Json;
using CxoneAssist.Host.Cli.Sandbox.Service;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Service;

internal sealed class StatedPolicyTests
{
    [Test]
    public void In_ReadinessWithAPolicy_ReadsIt() => Assert.That(
        StatedPolicy.In(Json("""{"mode":"live","policy":{"name":"retail","version":"0358c12151a6"}}""")),
        Is.EqualTo(new StatedPolicy("retail", "0358c12151a6")));

    [TestCase("""{"policy":null}""")]
    [TestCase("""{"policy":{"name":"retail"}}""")]
    [TestCase("""{"status":"healthy"}""")]
    [TestCase("[]")]
    public void In_ReadinessWithoutOne_IsUnknown(string readiness) => Assert.That(StatedPolicy.In(Json(readiness)), Is.Null);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
