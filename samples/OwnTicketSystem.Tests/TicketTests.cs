using System.Net.Http.Json;
using CxoneAssist.Simulator;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace OwnTicketSystem.Tests;

/// <summary>Forms and notifications are CXone's, here the simulator's; the tickets are the service's own.</summary>
public sealed class TicketTests
{
    private CxoneSimulator _cxone = null!;
    private DirectoryInfo _folder = null!;
    private WebApplicationFactory<Program> _service = null!;

    [SetUp]
    public async Task StartAsync()
    {
        // The client lacks the scope for tasks, which nothing here needs.
        _cxone = await CxoneSimulator.StartAsync(new CxoneSimulatorOptions
        {
            GrantedScopes = ["interaction:read", "postinteractionform:read", "notification:write"],
        });
        _folder = Directory.CreateTempSubdirectory();
        _service = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in _cxone.Settings)
            {
                host.UseSetting(key, value);
            }

            host.UseSetting("ConnectionStrings:Inbox", $"Data Source={Path.Combine(_folder.FullName, "inbox.db")}");
            host.UseSetting("ConnectionStrings:Tickets", $"Data Source={Path.Combine(_folder.FullName, "tickets.db")}");
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
    public async Task Webhook_OfAVip_MakesATicketByThePolicyInCode()
    {
        using var client = _service.CreateClient();
        _cxone.Forms.Put("interaction-1", "3.9");

        using var answer = await client.SendAsync(_cxone.CreateWebhook(new SimulatorWebhook("interaction-1") { Skill = "vip" }));

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _cxone.Ledger.WaitUntilAsync(ledger => ledger.NotificationCount == 1, patience.Token);
        var tickets = await client.GetFromJsonAsync<ShownTicket[]>("/tickets");
        Assert.That(tickets!.Single().Body, Does.Contain("\"Priority\":\"Critical\""));
        Assert.That(_cxone.Ledger.TaskCount, Is.Zero);
        Assert.That(await client.GetStringAsync("/healthz/ready"), Does.Contain("\"status\":\"healthy\""));
    }

    private sealed record ShownTicket(string InteractionId, string Body);
}
