using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;
using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Infrastructure.Tests.Cxone;

internal sealed class CreateOutcomeTests : CxoneTests
{
    [TestCase(201, """{"id":"task-9"}""", "task-9")]
    [TestCase(200, """{"id":17,"other":{}}""", "17")]
    [TestCase(201, """{"id":"<script>"}""", "<script>")]
    public async Task CreateAsync_AnswerWithAnId_IsCreated(int status, string body, string id)
    {
        Cxone.On(Route.Create, Answer.Json(status, body));

        Assert.That(Outcomes.As<TaskCreation.Created>(await Sut.CreateAsync()).TaskId, Is.EqualTo(id));
    }

    [TestCase(59, 0)]
    [TestCase(61, 1)]
    public async Task CreateAsync_AnsweredAfterTheLeaseEnded_IsCounted(int secondsInFlight, int counted)
    {
        using var late = new Microsoft.Extensions.Diagnostics.Metrics.Testing.MetricCollector<long>(
            Sut.Get<System.Diagnostics.Metrics.IMeterFactory>(), "CxoneAssist.Cxone", "cxone_assist.cxone.lease_ended_in_flight");
        Cxone.On(Route.Create, context =>
        {
            Sut.Clock.AdjustTime(CxoneUnderTest.Start.AddSeconds(secondsInFlight));
            return Answer.Json(201, """{"id":"task-9"}""")(context);
        });

        await Sut.CreateAsync();

        Assert.That(late.GetMeasurementSnapshot(), Has.Count.EqualTo(counted));
        Assert.That(Sut.Logs.Count(log => log.Message.Contains("after the lease on it had ended", StringComparison.Ordinal)), Is.EqualTo(counted));
    }

    [Test]
    public async Task CreateAsync_PayloadOfAnyShape_IsReportedForItsInteraction()
    {
        Cxone.On(Route.Create, context =>
        {
            Sut.Clock.AdjustTime(CxoneUnderTest.Start.AddSeconds(61));
            return Answer.Json(201, """{"id":"task-9"}""")(context);
        });

        await Sut.Tasks.CreateAsync(new TaskRequest("i-7", "{}", "key-1"), CxoneUnderTest.Start.AddMinutes(1), CancellationToken.None);

        Assert.That(Sut.Logs.Select(log => log.Message), Has.One.Contains("interaction i-7 was answered"));
    }

    private static readonly object[] Failures =
    [
        new object[] { "400", Answer.Status(400), FailureKind.Rejected },
        new object[] { "403", Answer.Status(403), FailureKind.Unavailable },
        new object[] { "404", Answer.Status(404), FailureKind.Unavailable },
        new object[] { "413", Answer.Status(413), FailureKind.Rejected },
        new object[] { "422", Answer.Status(422), FailureKind.Rejected },
        new object[] { "429", Answer.Status(429), FailureKind.Unavailable },
        new object[] { "408", Answer.Status(408), FailureKind.Unknown },
        new object[] { "409", Answer.Status(409), FailureKind.Unknown },
        new object[] { "500", Answer.Status(500), FailureKind.Unknown },
        new object[] { "502", Answer.Status(502), FailureKind.Unknown },
        new object[] { "503", Answer.Status(503), FailureKind.Unknown },
        new object[] { "504", Answer.Status(504), FailureKind.Unknown },
        new object[] { "302", Answer.Status(302, "Location", "/elsewhere"), FailureKind.Unknown },
        new object[] { "307", Answer.Status(307, "Location", "/api/v2/workflows/tasks"), FailureKind.Unknown },
        new object[] { "HTML", Answer.Json(200, "<html/>", "text/html"), FailureKind.Unknown },
        new object[] { "reset", (Func<HttpContext, Task>)Answer.Reset, FailureKind.Unknown },
    ];

    private static readonly object[] SuccessesWithoutAnId =
    [
        new object[] { "202", Answer.Json(202, """{"id":"task-1"}"""), FailureKind.Unknown },
        new object[] { "204", Answer.Status(204), FailureKind.Unknown },
        new object[] { "empty 201", Answer.Status(201), FailureKind.Unknown },
        new object[] { "no id", Answer.Json(201, "{}"), FailureKind.Unknown },
        new object[] { "null id", Answer.Json(201, """{"id":null}"""), FailureKind.Unknown },
        new object[] { "empty id", Answer.Json(201, """{"id":""}"""), FailureKind.Unknown },
        new object[] { "object id", Answer.Json(201, """{"id":{}}"""), FailureKind.Unknown },
        new object[] { "two ids", Answer.Json(201, """{"id":"a","id":"b"}"""), FailureKind.Unknown },
        new object[] { "control characters", Answer.Json(201, """{"id":"a\u000d\u000ab"}"""), FailureKind.Unknown },
        new object[] { "long id", Answer.Json(201, $$"""{"id":"{{new string('x', 257)}}"}"""), FailureKind.Unknown },
        new object[] { "null", Answer.Json(200, "null"), FailureKind.Unknown },
        new object[] { "blanks", Answer.Json(201, " \r\n"), FailureKind.Unknown },
        new object[] { "empty list", Answer.Json(201, "[]"), FailureKind.Unknown },
        new object[] { "text", Answer.Json(200, "OK", "text/plain"), FailureKind.Unknown },
    ];

    [TestCaseSource(nameof(Failures))]
    [TestCaseSource(nameof(SuccessesWithoutAnId))]
    public async Task CreateAsync_Fault_IsClassifiedAndNeverSentAgain(string fault, Func<HttpContext, Task> answer, FailureKind expected)
    {
        // On a connection already in use a client is tempted to send again.
        Cxone.On(Route.Create, Answer.Json(201, """{"id":"task-1"}"""), answer);
        await Sut.CreateAsync("i-0");

        var outcome = await Sut.CreateAsync();

        Assert.That(outcome.Failure().Kind, Is.EqualTo(expected), fault);
        Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(2), fault);
    }

    [TestCaseSource(nameof(Failures))]
    public async Task NotifyAsync_Fault_IsClassifiedAndNeverSentAgain(string fault, Func<HttpContext, Task> answer, FailureKind expected)
    {
        Cxone.On(Route.Notify, answer);

        Assert.That((await Sut.NotifyAsync())?.Kind, Is.EqualTo(expected), fault);
        Assert.That(Cxone.Calls(Route.Notify), Has.Length.EqualTo(1), fault);
    }

    // Nothing in the answer is needed.
    [TestCaseSource(nameof(SuccessesWithoutAnId))]
    public async Task NotifyAsync_AnySuccess_IsDone(string success, Func<HttpContext, Task> answer, FailureKind ofACreation)
    {
        Cxone.On(Route.Notify, answer);

        Assert.That(await Sut.NotifyAsync(), Is.Null, $"{success}, {ofACreation} as the answer to a creation");
    }

    [Test]
    public async Task CreateAsync_NoAnswer_IsUnknownAfterItsTimeAndNeverSentAgain()
    {
        Cxone.On(Route.Create, Answer.Never);
        var call = Sut.CreateAsync();
        await Cxone.ArrivedAsync(Route.Create, 1);

        Sut.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.That(call.IsCompleted, Is.False);
        Sut.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.That((await call).Failure().Kind, Is.EqualTo(FailureKind.Unknown));
        Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task CreateAsync_CancelledOnTheWay_StillBringsTheAnswer()
    {
        var release = new TaskCompletionSource();
        Cxone.On(Route.Create, async context =>
        {
            await release.Task;
            await Answer.Json(201, """{"id":"task-1"}""")(context);
        });
        using var cancellation = new CancellationTokenSource();
        var call = Sut.CreateAsync(cancellationToken: cancellation.Token);
        await Cxone.ArrivedAsync(Route.Create, 1);

        await cancellation.CancelAsync();
        release.SetResult();

        Assert.That(Outcomes.As<TaskCreation.Created>(await call).TaskId, Is.EqualTo("task-1"));
    }

    [Test]
    public async Task CreateAsync_CancelledBeforeSending_ThrowsAndSendsNothing()
    {
        Cxone.On(Route.Token, Answer.Never);
        using var cancellation = new CancellationTokenSource();
        var call = Sut.CreateAsync(cancellationToken: cancellation.Token);
        await Cxone.ArrivedAsync(Route.Token, 1);

        await cancellation.CancelAsync();

        await Assert.ThatAsync(() => call, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Cxone.Calls(Route.Create), Is.Empty);
    }

    [TestCase(4.99, 0)]
    [TestCase(5, 1)]
    public async Task CreateAsync_LeaseShorterThanTheTimeOut_IsNotSent(double seconds, int calls)
    {
        var outcome = await Sut.Tasks.CreateAsync(
            Sut.Request("i-1"), CxoneUnderTest.Start.AddSeconds(seconds), CancellationToken.None);

        Assert.That(Cxone.Calls(Route.Create), Has.Length.EqualTo(calls));
        if (calls == 0)
        {
            Assert.That(outcome.Failure(), Has.Property("Kind").EqualTo(FailureKind.Unavailable).And.Property("Reason").Contains("lease is too short"));
        }
    }

    [TestCase(0)]
    [TestCase(60)]
    public async Task CreateAsync_LeaseRunsDownWhileItWaits_IsCheckedLastWhateverTheClockSays(int minutesSetBack)
    {
        var release = new TaskCompletionSource();
        Cxone.On(Route.Token, async context =>
        {
            await release.Task;
            await Answer.Json(200, """{"access_token":"token-1"}""")(context);
        });
        var call = CxoneUnderTest.Bounded(
            Sut.Tasks.CreateAsync(Sut.Request("i-1"), Sut.Clock.GetLeaseNow().AddSeconds(8), CancellationToken.None));
        await Cxone.ArrivedAsync(Route.Token, 1);

        Sut.Clock.Step(TimeSpan.FromMinutes(-minutesSetBack));
        Sut.Clock.Advance(TimeSpan.FromSeconds(4));
        release.SetResult();

        Assert.That((await call).Failure().Kind, Is.EqualTo(FailureKind.Unavailable));
        Assert.That(Cxone.Calls(Route.Create), Is.Empty);
    }

    [TestCase(400, """{"error":"dueDate lies in the past"}""", false)]
    [TestCase(400, """{"errors":[{"field":"assigneeId","message":"unknown user"}]}""", true)]
    [TestCase(422, "Assignee not found", true)]
    [TestCase(403, "assignee", false)]
    public async Task CreateAsync_Refused_CarriesCxonesWordsAndWhetherTheyAreAboutTheAssignee(int status, string body, bool assignee)
    {
        Cxone.On(Route.Create, Answer.Json(status, body));

        var failure = (await Sut.CreateAsync()).Failure();

        Assert.That((failure.AssigneeRefused, failure.Status), Is.EqualTo((assignee, status)));
        Assert.That(failure.Reason, Does.Contain("CXone says: ").And.Contain(status.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Test]
    public async Task CreateAsync_HugeErrorBody_IsStillClassifiedByItsStatus()
    {
        Cxone.On(Route.Create, Answer.Json(422, new string('x', 200_000)));
        await using var sut = new CxoneUnderTest(Cxone.Address, options => options.MaxResponseBytes = 1024);

        Assert.That((await sut.CreateAsync()).Failure().Kind, Is.EqualTo(FailureKind.Rejected));
    }
}
