using System.Text.Json;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>The log line at the start.</summary>
public sealed class StartLineTests : EndToEndTest
{
    [Test]
    public async Task Start_OnAnInboxThatIsNewAndThenNot_SaysSoInOneLine()
    {
        await StartCxoneAsync(new() { DefaultScore = "2" });
        var shadow = Settings.With(("CXONE_FOLLOW_UP_MODE", "Shadow"), ("CXONE_OPERATOR_KEY", null));
        var first = await StartHostAsync(shadow);
        Assert.That((await first.Webhooks.SendAsync(new Webhook("no-form-yet"))).Body, Does.Contain("true"));
        await first.Process.StopAsync();
        var second = await StartHostAsync(Settings);
        await StopCleanlyAsync(second);

        var cxone = Cxone.BaseAddress.ToString().TrimEnd('/');
        Assert.That(Lines(first).Single(), Does.Match(
            @"CxoneAssist \d+\.\d+\.\d+[^+ ]*\. "
            + @"Mode Shadow: decisions are recorded, no task is created and no agent notified\. "));
        Assert.That(Lines(first).Single(), Does.Contain(
            $"CXone: {cxone}. Inbox: {Settings.InboxFile}, new. "
            + "Webhooks: POST /webhooks/interaction-completed, signed. "
            + "/follow-ups: off, without an operator key. Policy 'default', version "));
        Assert.That(first.Process.Log, Has.One.Contains($"The inbox {Settings.InboxFile} is new: nothing was there"));
        Assert.That(Lines(second).Single(), Does.Contain("Mode Live: tasks are created and agents notified. ")
            .And.Match(", [01] waiting, 0 parked. ").And.Contain("/follow-ups: on. "));
        Assert.That(second.Process.Log, Has.None.Contains(" is new: "));
    }

    [Test]
    public async Task Start_WithOrganisationAndAddress_SaysWhichIsNotUsed()
    {
        await StartCxoneAsync();
        var unsigned = Settings.With(
            ("CXONE_ORG", "acme"), ("CXONE_WEBHOOK_SECRET", null), ("CxoneAssist__Webhook__AllowUnsigned", "true"));
        var host = await StartHostAsync(unsigned);
        await StopCleanlyAsync(host);

        Assert.That(host.Process.Log, Has.One.Contains("CxoneAssist:Cxone:Org (or CXONE_ORG) is not used"));
        Assert.That(Lines(host).Single(), Does.Contain("UNSIGNED. "));
    }

    private static IEnumerable<string> Lines(HostClient host) =>
        host.Process.Log
            .Where(line => line.Contains("StartLine", StringComparison.Ordinal))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(entry => entry.GetProperty("EventId").GetInt32() == 1)
            .Select(entry => entry.GetProperty("Message").GetString()!);
}
