using System.Text;
using CxoneAssist.AspNetCore.Webhooks;
using CxoneAssist.Domain;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

internal sealed class WebhookBodyTests
{
    private const string Full =
        """
        {"eventType":"interaction.completed","interactionId":"8305c058-38a8-4ac8-a024-baa1f53d44df","agentId":"agent-042",
         "timestamp":"2026-11-22T10:00:00Z","customerId":"c 1","skill":"vip","queue":"q","channel":"voice","language":"de",
         "contact":{"interactionId":"inner","deep":[1,{"agentId":2}]}}
        """;

    [Test]
    public void Read_OfAFullBody_TakesEveryMemberAndSkipsWhatItDoesNotKnow()
    {
        var body = WebhookBody.Read(Encoding.UTF8.GetBytes(Full));
        Assert.That(body.EventType, Is.EqualTo("interaction.completed"));
        Assert.That(body.Interaction, Is.EqualTo(new CompletedInteraction("8305c058-38a8-4ac8-a024-baa1f53d44df", "agent-042")
        {
            CompletedAt = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero),
            CustomerId = "c 1",
            Skill = "vip",
            Queue = "q",
            Channel = "voice",
            Language = "de",
        }));
    }

    [TestCase("12345678901234567890", "12345678901234567890")]
    [TestCase("0", "0")]
    [TestCase("\"A.b_c~d:e@f+g=h-9\"", "A.b_c~d:e@f+g=h-9")]
    [TestCase("\"\\u0061b\"", "ab")]
    public void Read_OfAnId_TakesTextAndIntegers(string json, string expected) =>
        Assert.That(Read($$"""{"agentId":{{json}},"interactionId":{{json}}}"""), Is.EqualTo(new CompletedInteraction(expected, expected)));

    [TestCase("\"2026-11-22T10:00:00Z\"", "2026-11-22T10:00:00Z")]
    [TestCase("\"2026-11-22T10:00:00\"", "2026-11-22T10:00:00Z")]
    [TestCase("\"2026-11-22T10:00:00.1234567\"", "2026-11-22T10:00:00.1234567Z")]
    [TestCase("\"2026-11-22T10:00:00.123456789Z\"", "2026-11-22T10:00:00.1234567Z")]
    [TestCase("\"2026-11-22T10:00:00+01:00\"", "2026-11-22T09:00:00Z")]
    [TestCase("\"2026-11-22T10:00:00.5-0530\"", "2026-11-22T15:30:00.5Z")]
    [TestCase("\"2026-11-22T10:00+01:00\"", "2026-11-22T09:00:00Z")]
    [TestCase("\"2026-11-22T10:00:00+01\"", "2026-11-22T09:00:00Z")]
    [TestCase("\"2026-11-22T10:00+0100\"", "2026-11-22T09:00:00Z")]
    [TestCase("\"2026-11-22T10:00:00z\"", "2026-11-22T10:00:00Z")]
    [TestCase("\"2026-11-22T10:00:00.Z\"", "2026-11-22T10:00:00Z")]
    [TestCase("\"2026-11-22T10:00:00+1:00\"", "2026-11-22T09:00:00Z")]
    [TestCase("\"2026-11-22T10:00:00.0000000000000000000000000000000000000000000000Z\"", null)]
    [TestCase("\" 2026-11-22T10:00:00Z \"", null)]
    [TestCase("\"2026-11-22 10:00:00Z\"", "2026-11-22T10:00:00Z")]
    [TestCase("\"1795341600\"", "2026-11-22T10:00:00Z")]
    [TestCase("1795341600123", "2026-11-22T10:00:00.123Z")]
    [TestCase("1795341600.5", null)]
    [TestCase("20261122", null)]
    [TestCase("\"2026-11-22\"", "2026-11-22T00:00:00Z")]
    [TestCase("\"11/22/2026 10:00\"", null)]
    [TestCase("\"2026-02-30T10:00:00Z\"", null)]
    [TestCase("\"0001-01-01T00:00:00+14:00\"", null)]
    [TestCase("\"yesterday\"", null)]
    [TestCase("\"\\ud800\"", null)]
    [TestCase("\"\"", null)]
    [TestCase("1795341600", "2026-11-22T10:00:00Z")]
    [TestCase("{}", null)]
    public void Read_OfATimestamp_TakesIso8601AndLeavesOutWhatItCannotRead(string json, string? expected) => Assert.That(
        Read($$"""{"interactionId":"i","agentId":"a","timestamp":{{json}}}""")!.CompletedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", null),
        Is.EqualTo(expected));

    [Test]
    public void Read_OfATimestampWithoutOffset_OnAMachineInAnotherZone_TakesItAsUtc()
    {
        var zone = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", "Asia/Kolkata");
            TimeZoneInfo.ClearCachedData();
            Assume.That(TimeZoneInfo.Local.BaseUtcOffset, Is.Not.EqualTo(TimeSpan.Zero), "This machine cannot change its zone.");
            Assert.That(
                Read("""{"interactionId":"i","agentId":"a","timestamp":"2026-11-22T10:00:00"}""")!.CompletedAt,
                Is.EqualTo(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero)));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [TestCase("\"Zoë 北京\"", "Zoë 北京")]
    [TestCase("\"c1 \"", "c1 ")]
    [TestCase("\"\"", null)]
    [TestCase("\" \"", null)]
    [TestCase("\"\\u00a0 \\u3000\"", null)]
    [TestCase("\"a\\nb\"", null)]
    [TestCase("\"a\\u0085b\"", null)]
    [TestCase("\"\\udfff\"", null)]
    [TestCase("17", "17")]
    [TestCase("0", "0")]
    [TestCase("12345678901234567890", "12345678901234567890")]
    [TestCase("123456789012345678901", null)]
    [TestCase("-17", null)]
    [TestCase("17.0", null)]
    [TestCase("1e3", null)]
    [TestCase("true", null)]
    [TestCase("null", null)]
    [TestCase("[\"a\"]", null)]
    public void Read_OfAnOptionalText_LeavesOutWhatIsNoPlainText(string json, string? expected) => Assert.That(
        Read($$"""{"interactionId":"i","agentId":"a","customerId":{{json}}}""")!.CustomerId, Is.EqualTo(expected));

    [Test]
    public void Read_OfBlankTexts_LeavesEachOut() => Assert.That(
        Read("""{"interactionId":"i","agentId":"a","customerId":" ","skill":" ","queue":" ","channel":" ","language":" "}"""),
        Is.EqualTo(new CompletedInteraction("i", "a")));

    [TestCase(256, true)]
    [TestCase(257, false)]
    public void Read_OfALongOptionalText_TakesUpTo256Characters(int length, bool taken) => Assert.That(
        Read($$"""{"interactionId":"i","agentId":"a","customerId":"{{new string('x', length)}}"}""")!.CustomerId, taken ? Has.Length.EqualTo(length) : Is.Null);

    [TestCase("null")]
    [TestCase("5")]
    [TestCase("{\"a\":[]}")]
    public void Read_OfAnEventTypeThatIsNoText_TreatsItAsAbsent(string json) =>
        Assert.That(WebhookBody.Read(Encoding.UTF8.GetBytes($$"""{"eventType":{{json}}}""")).EventType, Is.Null);

    [Test]
    public void Read_OfDepth32_IsNotTooDeep() => Assert.That(
        Read($$"""{"interactionId":"i","agentId":"a","x":{{new string('[', 31)}}{{new string(']', 31)}}}"""), Is.Not.Null);

    [Test]
    public void Read_OfAMemberNamedByHalfASurrogatePair_SkipsIt() =>
        Assert.That(Read("""{"\ud800":1,"interactionId":"i","agentId":"a"}"""), Is.Not.Null);

    [Test]
    public void Read_OfAnyBytes_NeverThrows()
    {
        var random = new Random(20261122);
        var source = Encoding.UTF8.GetBytes(Full.Replace("inner", "\\ud83d\\ude00\\ud800", StringComparison.Ordinal));
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = source.AsSpan(0, random.Next(source.Length + 1)).ToArray();
            for (var change = random.Next(4); change > 0 && bytes.Length > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var body = WebhookBody.Read(bytes);
            Assert.That(body.Interaction is null, Is.EqualTo(body.Problem is not null));
        }
    }

    private static CompletedInteraction? Read(string json) => WebhookBody.Read(Encoding.UTF8.GetBytes(json)).Interaction;
}
