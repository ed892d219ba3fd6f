using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.EndToEnd.Tests.Running;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>A machine whose clock is wrong when the host starts: Debian's faketime in front of the real process.</summary>
public sealed class WrongClockTests : EndToEndTest
{
    private const string RequiredVariable = "CXONEASSIST_REQUIRE_FAKETIME";

    [Test]
    public async Task Start_TwoHundredDaysAhead_DeletesNoContents()
    {
        var library = FakeTime();
        await StartCxoneAsync(new() { DefaultScore = "2" });
        var before = await StartHostAsync();
        await before.Webhooks.SendAsync(new Webhook("old"));
        await before.Webhooks.SendAsync(new Webhook("kept"));
        await before.Operator.SeeAsync("old", "done");
        await before.Operator.SeeAsync("kept", "done");
        await before.Process.StopAsync();
        RetentionTests.LetTimePass(Settings.InboxFile, "old");

        var ahead = await StartHostAsync(Settings.With(
            ("LD_PRELOAD", library), ("FAKETIME", "+200d"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1")));
        var purged = await Eventually.SeeAsync(
            () => ahead.Operator.GetAsync("old"), reply => reply.Json.Text("purgedAt") is { Length: > 0 }, reply => reply.Body);
        var kept = await ahead.Operator.GetAsync("kept");

        Assert.That((kept.Json.Text("purgedAt"), kept.Json.Text("agentId")), Is.EqualTo(("", "agent-042")), purged.Body);
    }

    private static string FakeTime()
    {
        var found = Directory.Exists("/usr/lib")
            ? Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true }).FirstOrDefault()
            : null;
        if (found is null && Environment.GetEnvironmentVariable(RequiredVariable) == "1")
        {
            Assert.Fail("faketime is required, and not installed.");
        }

        Assume.That(found, Is.Not.Null, "faketime is not installed on this machine.");
        return found!;
    }
}
