using System.Text.Json;
using CxoneAssist.Host.Cli.Sandbox.Service;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Service;

internal sealed class InboxCountsTests
{
    [Test]
    public void In_ReadinessWithCounts_ReadsThem()
    {
        var counts = InboxCounts.In(Json("""{"status":"healthy","counts":{"received":1,"creating":2,"created":3,"done":4,"parked":5},"parked":9}"""));

        Assert.That(counts, Is.EqualTo(new InboxCounts(1, 2, 3, 4, 5)));
    }

    [TestCase("""{"status":"unhealthy","counts":null}""")]
    [TestCase("""{"status":"degraded"}""")]
    [TestCase("[]")]
    public void In_ReadinessWithoutCounts_IsUnknown(string readiness) => Assert.That(InboxCounts.In(Json(readiness)), Is.Null);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
