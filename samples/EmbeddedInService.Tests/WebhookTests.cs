using System.Net;
using CxoneAssist.Simulator;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace EmbeddedInService.Tests;

/// <summary>The sample as it is, in front of a simulator of CXone in this process.</summary>
public sealed class WebhookTests
{
    private CxoneSimulator _cxone = null!;
    private DirectoryInfo _folder = null!;
    private WebApplicationFactory<Program> _service = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _cxone = await CxoneSimulator.StartAsync();
        _folder = Directory.CreateTempSubdirectory();
        _service = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in _cxone.Settings)
            {
                host.UseSetting(key, value);
            }

            host.UseSetting("ConnectionStrings:Inbox", $"Data Source={Path.Combine(_folder.FullName, "inbox.db")}");
        });
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _service.DisposeAsync();
        await _cxone.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Webhook_DeliveredTwice_MakesOneTaskAndNotifiesTheAgentOnce()
    {
        using var client = _service.CreateClient();
        _cxone.Forms.Put("interaction-1", "1.5");

        using var first = await client.SendAsync(_cxone.CreateWebhook("interaction-1"));
        using var again = await client.SendAsync(_cxone.CreateWebhook("interaction-1"));

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _cxone.Ledger.WaitUntilAsync(ledger => ledger.NotificationCount > 0, patience.Token);
        Assert.That((first.StatusCode, again.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        Assert.That(_cxone.Ledger.Tasks().Select(task => (task.AssigneeId, task.Priority)), Is.EqualTo([("agent-1", "High")]));
    }
}
