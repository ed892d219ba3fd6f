using System.Net;
using CxoneAssist.Simulator;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Follow_Up_Service.Tests;

/// <summary>The whole service, in front of a simulator of CXone.</summary>
public sealed class WebhookTests
{
    private CxoneSimulator _cxone = null!;
    private DirectoryInfo _folder = null!;
    private WebApplicationFactory<Program> _service = null!;
    private HttpClient _client = null!;

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

            // By default a lost answer is looked up after five seconds.
            host.UseSetting("CxoneAssist:FollowUp:LookUpDelay", "100ms");
            host.UseSetting("ConnectionStrings:Inbox", $"Data Source={Path.Combine(_folder.FullName, "inbox.db")}");
        });
        _client = _service.CreateClient();
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _service.DisposeAsync();
        await _cxone.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Webhook_OfAnUnhappyCustomer_MakesOneTaskAndNotifiesTheAgent()
    {
        _cxone.Forms.Put("interaction-1", "1.5");

        // CXone may deliver a webhook more than once.
        using var first = await _client.SendAsync(_cxone.CreateWebhook("interaction-1"));
        using var again = await _client.SendAsync(_cxone.CreateWebhook("interaction-1"));

        await WaitAsync(ledger => ledger.NotificationCount == 1);
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_cxone.Ledger.Tasks().Select(task => (task.AssigneeId, task.Priority)), Is.EqualTo([("agent-1", "High")]));
    }

    [Test]
    public async Task Webhook_WhoseAnswerFromCxoneIsLost_MakesOneTask()
    {
        _cxone.Faults = new SimulatorFaults { CreateLostAnswer = 1 };
        _cxone.Forms.Put("interaction-1", "1.5");

        using var answer = await _client.SendAsync(_cxone.CreateWebhook("interaction-1"));

        // The task is looked up before another one would be created.
        await WaitAsync(ledger => ledger.NotificationCount == 1);
        Assert.That(_cxone.Ledger.TaskCount, Is.EqualTo(1));
    }

    [Test]
    public async Task Webhook_WithoutASignature_IsRefused()
    {
        using var webhook = _cxone.CreateWebhook("interaction-1");
        webhook.Headers.Remove("webhook-signature");

        using var answer = await _client.SendAsync(webhook);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Health_WhileWebhooksCanBeStored_IsReady()
    {
        using var ready = await _client.GetAsync("/healthz/ready");

        Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task WaitAsync(Func<SimulatorLedger, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _cxone.Ledger.WaitUntilAsync(condition, patience.Token);
    }
}
