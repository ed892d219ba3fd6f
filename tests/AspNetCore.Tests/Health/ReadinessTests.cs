using System.Net;
using System.Text.Json;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.AspNetCore.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.AspNetCore.Tests.Health;

internal sealed class ReadinessTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private ScriptedRecords records = null!;
    private ScriptedConnection connection = null!;
    private LoopbackServer server = null!;

    [SetUp]
    public async Task StartAsync()
    {
        (records, connection) = (new ScriptedRecords(), new ScriptedConnection());
        server = await LoopbackServer.StartAsync(
            Now,
            [new("CxoneAssist:Webhook:AllowUnsigned", "true")],
            services => services.AddCxoneWebhooks()
                .AddSingleton<IFollowUpRecords>(records)
                .AddSingleton<ICxoneConnectionStatus>(connection)
                .AddHealthChecks().AddCxoneAssist(),
            app =>
            {
                app.MapCxoneHealth();
                app.MapHealthChecks("/own");
            });
    }

    [TearDown]
    public ValueTask StopAsync() => server.DisposeAsync();

    [Test]
    public async Task Live_WhateverElseIsWrong_Is200()
    {
        records.Probe = () => throw new InboxUnavailableException("Away.");
        using var response = await server.Client.GetAsync(new Uri("/healthz/live", UriKind.Relative));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Ready_WhenNothingIsWrong_IsHealthyAndNamesEveryState()
    {
        records.Status = records.Status with { OldestDueAt = Now.AddMinutes(-5) };
        var ready = await ReadyAsync(HttpStatusCode.OK);
        Assert.That(ready, Is.EqualTo(
            """{"status":"healthy","oldestWaiting":300,"counts":{"received":0,"creating":0,"created":0,"done":12,"parked":0},"parked":0,"unconfirmed":0,"shadowed":0,"compared":0,"differing":0,"cxone":{"healthy":true,"summary":"Connected."},"mode":"live","policy":null,"shadowPolicy":null,"attention":[]}"""));
    }

    [TestCaseSource(nameof(Troubles))]
    public async Task Ready_WhenSomethingNeedsAPerson_IsDegradedWith200AndSaysWhat(
        InboxStatus status, CxoneConnectionReport cxone, string attention)
    {
        (records.Status, connection.Status) = (status, cxone);
        var ready = JsonDocument.Parse(await ReadyAsync(HttpStatusCode.OK)).RootElement;
        Assert.That(ready.GetProperty("status").GetString(), Is.EqualTo("degraded"));
        Assert.That(ready.GetProperty("attention").EnumerateArray().Single().GetString(), Does.Contain(attention));
        Assert.That(await OwnAsync(), Is.EqualTo("Degraded"));
    }

    [Test]
    public async Task Ready_WhenFollowUpsCannotBeCountedButStored_IsOnlyDegraded()
    {
        records.Failure = () => throw new InvalidOperationException("Odd.");
        var ready = JsonDocument.Parse(await ReadyAsync(HttpStatusCode.OK)).RootElement;
        Assert.That(ready.GetProperty("status").GetString(), Is.EqualTo("degraded"));
        Assert.That(ready.GetProperty("counts").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCaseSource(nameof(Outages))]
    public async Task Ready_WhenWebhooksCannotBeStored_Is503WithoutTheInboxsOwnWords(Exception failure)
    {
        records.Probe = () => Task.FromException(failure);
        var ready = await ReadyAsync(HttpStatusCode.ServiceUnavailable);
        Assert.That(ready, Does.Contain("\"unhealthy\"").And.Contain("Webhooks cannot be stored").And.Not.Contain(failure.Message));
        Assert.That(await OwnAsync(), Is.EqualTo("Unhealthy"));
    }

    [Test]
    public async Task Ready_WhenTheInboxSaysWhatIsToBeDone_ShowsThat()
    {
        records.Probe = () => throw new InboxUnavailableException("Canary.") { Attention = "the file 'inbox.db' was deleted." };
        var ready = await ReadyAsync(HttpStatusCode.ServiceUnavailable);
        Assert.That(ready, Does.Contain("Webhooks cannot be stored: the file \\u0027inbox.db\\u0027 was deleted.").And.Not.Contain("Canary"));
    }

    [Test]
    public async Task Ready_WhenTheInboxGivesNoAnswer_Is503AfterTwoSecondsAndAsksNoSecondTimeMeanwhile()
    {
        var hanging = new TaskCompletionSource();
        records.Probe = () => hanging.Task;
        for (var round = 0; round < 3; round++)
        {
            Assert.That(await PassingTimeAsync(ReadyAsync(HttpStatusCode.ServiceUnavailable)), Does.Contain("no answer within 2 seconds"));
            server.Clock.Advance(ReadinessProbe.Freshness);
        }

        Assert.That(records.Probes, Is.EqualTo(1));
        hanging.SetResult();
        records.Probe = () => Task.CompletedTask;
        server.Clock.Advance(ReadinessProbe.Freshness);
        Assert.That(await ReadyAsync(HttpStatusCode.OK), Does.Contain("\"healthy\""));
    }

    [Test]
    public async Task Ready_AskedOften_LooksOnceASecond()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ReadyAsync(HttpStatusCode.OK)));
        server.Clock.Advance(TimeSpan.FromMilliseconds(999));
        await ReadyAsync(HttpStatusCode.OK);
        Assert.That(records.Probes, Is.EqualTo(1));
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await ReadyAsync(HttpStatusCode.OK);
        Assert.That(records.Probes, Is.EqualTo(2));
    }

    [Test]
    public async Task OwnHealthEndpoint_WithTheCheckAdded_HoldsItUnderItsNameWithTheFigures()
    {
        records.Status = records.Status with { Unconfirmed = 2 };

        var report = await server.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        var check = report.Entries["cxone-assist"];
        Assert.That(check.Status, Is.EqualTo(HealthStatus.Degraded));
        Assert.That((check.Data["unconfirmed"], check.Data["parked"]), Is.EqualTo(((object)2L, (object)0L)));
        Assert.That(check.Description, Does.StartWith("2 task creation(s) are unconfirmed"));
    }

    [Test]
    public async Task AChange_IsLoggedOnce()
    {
        foreach (var healthy in new[] { true, false, false, true })
        {
            connection.Status = new(healthy, "Paused: wrong credentials.");
            await ReadyAsync(HttpStatusCode.OK);
            server.Clock.Advance(ReadinessProbe.Freshness);
        }

        var logged = server.Logs.GetSnapshot().Where(record => record.Category == typeof(ReadinessProbe).FullName).Select(record => record.Level);
        Assert.That(string.Join(' ', logged), Is.EqualTo($"{LogLevel.Warning} {LogLevel.Information}"));
    }

    private static IEnumerable<TestCaseData> Troubles()
    {
        var fine = new InboxStatus(new Dictionary<FollowUpState, long>(), 0, null);
        var connected = new CxoneConnectionReport(true, "Connected.");
        var parked = fine with { Counts = new Dictionary<FollowUpState, long> { [FollowUpState.Parked] = 3 } };
        yield return new TestCaseData(parked, connected, "3 follow-up(s) are parked").SetArgDisplayNames("parked");
        yield return new TestCaseData(fine with { Unconfirmed = 2 }, connected, "2 task creation(s) are unconfirmed").SetArgDisplayNames("unconfirmed");
        yield return new TestCaseData(fine with { Attention = "Update it." }, connected, "Update it.").SetArgDisplayNames("newer version");
        yield return new TestCaseData(fine with { OldestDueAt = Now.AddSeconds(-301) }, connected, "due for 5 minutes").SetArgDisplayNames("old rows");
        yield return new TestCaseData(fine with { Attention = "The journal has grown." }, connected, "The journal has grown.")
            .SetArgDisplayNames("storage");
        yield return new TestCaseData(fine, new CxoneConnectionReport(false, "Paused."), "CXone: Paused.").SetArgDisplayNames("CXone away");
    }

    private static IEnumerable<TestCaseData> Outages()
    {
        yield return new TestCaseData(new InboxUnavailableException("Disk of canary full.")).SetArgDisplayNames("unavailable");
        yield return new TestCaseData(new InvalidOperationException("Canary.")).SetArgDisplayNames("something else");
        yield return new TestCaseData(new OperationCanceledException("Canary.")).SetArgDisplayNames("gave up");
    }

    private async Task<string> ReadyAsync(HttpStatusCode expected)
    {
        using var response = await server.Client.GetAsync(new Uri("/healthz/ready", UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(expected), text);
        Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
        return text;
    }

    private Task<string> OwnAsync() => server.Client.GetStringAsync(new Uri("/own", UriKind.Relative)).ContinueWith(
        task => task.IsFaulted ? nameof(HealthStatus.Unhealthy) : task.Result, TaskScheduler.Default);

    // The probe starts its timer at an unknown moment, so the clock advances until the answer is
    // there.
    private async Task<T> PassingTimeAsync<T>(Task<T> answer)
    {
        using var patience = new CancellationTokenSource(LoopbackServer.Patience);
        while (!answer.IsCompleted)
        {
            patience.Token.ThrowIfCancellationRequested();
            server.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await answer;
    }
}
