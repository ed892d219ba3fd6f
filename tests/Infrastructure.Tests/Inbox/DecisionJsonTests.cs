using CxoneAssist.Application;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

internal sealed class DecisionJsonTests
{
    [Test]
    public void TryRead_DecisionOfAnEarlierVersion_IsReadWithoutWhatItDidNotKeep()
    {
        const string stored = """
            {"policy":"default","decidedAt":"2026-11-22T12:00:00+00:00","score":2.90,"tier":"detractor","priority":"High","dueDate":"2026-11-23T12:00:00+00:00","reasons":["Because."]}
            """;

        Assert.That(DecisionJson.TryRead(stored, out var decision), Is.True);
        Assert.That((decision!.Policy, decision.Priority, decision.Score), Is.EqualTo(("default", TaskPriority.High, 2.90m)));
        Assert.That((decision.PolicyHash, decision.Kind, decision.Suppression, decision.Shadow), Is.EqualTo(
            ((string?)null, (DecisionKind?)null, (RecordedSuppression?)null, (RecordedDecision?)null)));
    }

    [TestCase("\"High\"", "\"Review\"")]
    [TestCase("3", "2")]
    public void TryRead_NamesOrNumbers_AreRead(string priority, string kind)
    {
        var stored = $$"""{"policy":"p","decidedAt":"2026-11-22T12:00:00+00:00","reasons":[],"priority":{{priority}},"kind":{{kind}}}""";

        Assert.That(DecisionJson.TryRead(stored, out var decision), Is.True);
        Assert.That((decision!.Priority, decision.Kind), Is.EqualTo((TaskPriority.High, DecisionKind.Review)));
    }

    [TestCase("Low", ScaleDirection.LowIsWorse)]
    [TestCase("High", ScaleDirection.HighIsWorse)]
    public void Suppression_OfAnEarlierVersion_IsReadAndWrittenInTheSameForm(string worse, ScaleDirection direction)
    {
        var stored = """{"policy":"p","decidedAt":"2026-11-22T12:00:00+00:00","reasons":[],"suppression":"""
            + $$"""{"within":"14d","field":"csat","worse":"{{worse}}","passed":true,"insisted":false}"""
            + "}";

        Assert.That(DecisionJson.TryRead(stored, out var decision), Is.True);
        Assert.That(decision!.Suppression, Is.EqualTo(new RecordedSuppression("14d", "csat", direction) { Admitted = true }));
        Assert.That(DecisionJson.Write(decision), Is.EqualTo(stored));
    }

    [Test]
    public void Write_DecisionOfANewerVersion_KeepsWhatThisOneDoesNotKnow()
    {
        const string stored = """
            {"policy":"p","decidedAt":"2026-11-22T12:00:00+00:00","reasons":[],"suppression":{"within":"14d","field":"csat","worse":"Low","passed":false,"insisted":false,"per":{"agent":1}},"shadow":{"policy":"s","decidedAt":"2026-11-22T12:00:00+00:00","reasons":[],"why":[1]},"later":"x"}
            """;

        Assert.That(DecisionJson.TryRead(stored, out var decision), Is.True);
        var changed = decision! with { Suppression = decision.Suppression! with { Admitted = true } };

        Assert.That(
            DecisionJson.Write(changed),
            Is.EqualTo(stored.Replace("\"passed\":false", "\"passed\":true", StringComparison.Ordinal)));
    }

    [Test]
    public void TryRead_DecisionWithEverything_IsWhatWasWritten()
    {
        var decision = Given.Decision with
        {
            PolicyHash = "hash",
            Kind = DecisionKind.Task,
            Field = "overall_satisfaction",
            Override = "vip",
            Suppression = new("14d", "overall_satisfaction", ScaleDirection.HighIsWorse)
            {
                WaitsUntil = Given.Noon,
                Admitted = true,
                SuppressedBy = new("earlier", Given.Noon.AddDays(-1), 2.50m),
            },
            Shadow = Given.Decision with { Policy = "shadow", Kind = DecisionKind.Review },
        };
        var written = DecisionJson.Write(decision);

        Assert.That(DecisionJson.TryRead(written, out var read), Is.True);
        Assert.That(DecisionJson.Write(read), Is.EqualTo(written));
        Assert.That(read!.Suppression, Is.EqualTo(decision.Suppression));
        Assert.That((read.Shadow!.Policy, read.Override), Is.EqualTo(("shadow", "vip")));
    }
}
