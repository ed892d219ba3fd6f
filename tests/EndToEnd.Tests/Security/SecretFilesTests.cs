using System.Net;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;

namespace CxoneAssist.EndToEnd.Tests.Security;

/// <summary>Secrets in files, one each.</summary>
public sealed class SecretFilesTests : EndToEndTest
{
    private const string FreshKey = "a-fresh-key-of-operators";
    private const string Fresh = "whsec_YS1mcmVzaC1zZWNyZXQtdGhhdC13YXMtcm90YXRlZA==";

    [Test]
    public async Task Secrets_InFilesUnderEitherName_AreTakenAndRotatedWithoutARestart()
    {
        await StartCxoneAsync(new() { DefaultScore = "2" });
        Write("CXONE_CLIENT_ID", HostSettings.ClientId);
        Write("CxoneAssist__Cxone__ClientSecret", HostSettings.ClientSecret + "\n");
        Write("CXONE_OPERATOR_KEY", HostSettings.OperatorKey + "\n");
        Write("CXONE_WEBHOOK_SECRET", HostSettings.WebhookSecret + "\n");
        var host = await StartHostAsync(Settings.With(
            ("CXONE_SECRETS_DIR", "secrets"), ("CXONE_CLIENT_ID", null), ("CXONE_CLIENT_SECRET", null), ("CXONE_OPERATOR_KEY", null), ("CXONE_WEBHOOK_SECRET", null)));
        await host.Webhooks.SendAsync(new Webhook("before"));
        await host.Operator.SeeAsync("before", "done");

        var fresh = new WebhookSender(host.Address, Fresh);
        Assert.That((await fresh.SendAsync(new Webhook("too-early"))).Status, Is.EqualTo(HttpStatusCode.Unauthorized));

        Write("CXONE_WEBHOOK_SECRET", "whsec_not-base64!");
        await host.ReadyWhenAsync(ready => ready.GetProperty("attention").ToString().Contains("webhook secrets", StringComparison.Ordinal));
        Assert.That((await host.Webhooks.SendAsync(new Webhook("still-taken"))).Status, Is.EqualTo(HttpStatusCode.OK));

        Write("CXONE_WEBHOOK_SECRET", Fresh);
        await Eventually.SeeAsync(() => fresh.SendAsync(new Webhook("rotated")), reply => reply.Status == HttpStatusCode.OK, reply => reply.Body);
        Assert.That((await host.Webhooks.SendAsync(new Webhook("too-late"))).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Write("CXONE_OPERATOR_KEY", "short");
        await host.ReadyWhenAsync(ready => ready.GetProperty("attention").ToString().Contains("operator key configured now", StringComparison.Ordinal));
        Write("CXONE_OPERATOR_KEY", FreshKey);
        await Eventually.SeeAsync(() => host.Operator.ListAsync(), reply => reply.Status == HttpStatusCode.Unauthorized, reply => reply.Body);
        Assert.That((await new OperatorClient(host.Address, FreshKey).ListAsync()).Status, Is.EqualTo(HttpStatusCode.OK));
        await StopCleanlyAsync(host);
        Assert.That(string.Concat(host.Process.Log),
            Does.Not.Contain(FreshKey).And.Not.Contain("not-base64").And.Not.Contain(HostSettings.WebhookSecret["whsec_".Length..]).And.Not.Contain(Fresh["whsec_".Length..]));
    }

    // Replaced as a whole, as secrets are mounted; never half written.
    private void Write(string name, string value)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Settings.Folder, "secrets")).FullName;
        var half = Path.Combine(Settings.Folder, "half-written");
        File.WriteAllText(half, value);
        File.Move(half, Path.Combine(folder, name), overwrite: true);
    }
}
