using System.Globalization;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Availability;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Workflow;

internal sealed class FormAnswerTests : CxoneTests
{
    private const string Filled = """{"responses":[{"fieldName":"overall_satisfaction","value":"2"}]}""";

    [TestCase("\"2\"", "2")]
    [TestCase("2", "2")]
    [TestCase("2.9999999", "2.9999999")]
    [TestCase("1e400", "1e400")]
    [TestCase("\"NaN\"", "NaN")]
    [TestCase("\"\"", "")]
    [TestCase("null", null)]
    [TestCase("true", "true")]
    [TestCase("{ \"a\": 1 }", "{ \"a\": 1 }")]
    public async Task ReadAsync_Value_BecomesTheTextThatWasWritten(string json, string? expected)
    {
        Cxone.On(Route.Form, Answer.Json(200, $$"""{"responses":[{"fieldName":"overall_satisfaction","value":{{json}}},{"fieldName":"comment"}]}"""));

        var form = Outcomes.As<FormAnswer.Found>(await Sut.ReadAsync()).Form;

        Assert.That(form.Responses, Is.EqualTo(new[] { new FormResponse("overall_satisfaction", expected), new FormResponse("comment", null) }));
        Assert.That(form.SubmittedAt, Is.Null);
    }

    [TestCase("\"2026-11-22T09:30:00Z\"", "2026-11-22T09:30:00Z")]
    [TestCase("\"2026-11-22T09:30:00.25+02:00\"", "2026-11-22T07:30:00.25Z")]
    [TestCase("\"2026-11-22T09:30:00+0200\"", "2026-11-22T07:30:00Z")]
    [TestCase("\"2026-11-22T09:30:00\"", "2026-11-22T09:30:00Z")]
    [TestCase("\"2026-11-22T09:30+02:00\"", "2026-11-22T07:30:00Z")]
    [TestCase("\"2026-11-22T09:30+0200\"", "2026-11-22T07:30:00Z")]
    [TestCase("\" 2026-11-22T09:30:00Z \"", "2026-11-22T09:30:00Z")]
    [TestCase("\"2026-11-22T09:30:00.12345678Z\"", "2026-11-22T09:30:00.1234567Z")]
    [TestCase("\"2026-11-22T09:30:00+02\"", "2026-11-22T07:30:00Z")]
    [TestCase("\"2026-11-22T09:30:00z\"", "2026-11-22T09:30:00Z")]
    [TestCase("\"2026-11-22T09:30:00.Z\"", "2026-11-22T09:30:00Z")]
    [TestCase("\"2026-11-22T09:30:00+2:00\"", "2026-11-22T07:30:00Z")]
    [TestCase("\"2026-11-22 09:30:00Z\"", "2026-11-22T09:30:00Z")]
    [TestCase("\"2026-11-22 09:30:00\"", "2026-11-22T09:30:00Z")]
    [TestCase("1795339800", "2026-11-22T09:30:00Z")]
    [TestCase("\"1795339800\"", "2026-11-22T09:30:00Z")]
    [TestCase("1795339800250", "2026-11-22T09:30:00.25Z")]
    [TestCase("\" 1795339800250 \"", "2026-11-22T09:30:00.25Z")]
    [TestCase("-1795339800", null)]
    [TestCase("1795339800.5", null)]
    [TestCase("20261122093000", null)]
    [TestCase("20261122", null)]
    [TestCase("\"2026-11-22\"", "2026-11-22T00:00:00Z")]
    [TestCase("\"22/11/2026\"", null)]
    [TestCase("\"yesterday\"", null)]
    [TestCase("null", null)]
    public async Task ReadAsync_SubmissionTime_IsReadAsIso8601InUtc(string json, string? expected)
    {
        Cxone.On(Route.Form, Answer.Json(200, $$"""{"submittedAt":{{json}},"responses":[{"fieldName":"a","value":"2"}]}"""));

        var form = Outcomes.As<FormAnswer.Found>(await Sut.ReadAsync()).Form;

        Assert.That(form.SubmittedAt, Is.EqualTo(expected is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture)));
    }

    [TestCase("\"01/02/2026\"", "01/02/2026")]
    [TestCase("\"0000000000\"", "0000000000")]
    [TestCase("179533980", "179533980")]
    [TestCase("\"yesterday, when all my troubles seemed so far away\"", "yesterday, when all my troubles seemed s…")]
    [TestCase("{ \"customer\": \"Zoe\" }", "JSON Object")]
    [TestCase("true", "JSON True")]
    [TestCase("\" \"", null)]
    [TestCase("null", null)]
    [TestCase("\"2026-11-22 09:30:00Z\"", null)]
    public async Task ReadAsync_SubmissionTimeThatCannotBeRead_IsKeptForTheReasons(string json, string? expected)
    {
        Cxone.On(Route.Form, Answer.Json(200, $$"""{"submittedAt":{{json}},"responses":[{"fieldName":"a","value":"2"}]}"""));

        Assert.That(Outcomes.As<FormAnswer.Found>(await Sut.ReadAsync()).Form.UnreadSubmittedAt, Is.EqualTo(expected));
    }

    [Test]
    public async Task ReadAsync_SeveralForms_GivesTheOneSubmittedLast()
    {
        Cxone.On(Route.Form, Answer.Json(200, """
            [{"submittedAt":"2026-11-22T10:00:00Z","responses":[{"fieldName":"overall_satisfaction","value":2}]},
             {"submittedAt":"2026-11-22T09:00:00Z","responses":[{"fieldName":"overall_satisfaction","value":5}]}]
            """));

        var form = Outcomes.As<FormAnswer.Found>(await Sut.ReadAsync()).Form;

        Assert.That((form.Responses.Single().Value, form.ReviewReason), Is.EqualTo(("2", (string?)null)));
    }

    [Test]
    public async Task ReadAsync_NothingThere_MeansNotYetAndIsAskedOnce([Values(404, 204)] int status)
    {
        Cxone.On(Route.Form, Answer.Status(status));

        Assert.That(await Sut.ReadAsync(), Is.InstanceOf<FormAnswer.NotYet>());
        Assert.That(Cxone.Calls(Route.Form), Has.Length.EqualTo(1));
    }

    [TestCase("{}")]
    [TestCase("")]
    [TestCase(" \r\n ")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("[{}]")]
    [TestCase("""[{"responses":null},{"responses":[]}]""")]
    [TestCase("""{"responses":null}""")]
    [TestCase("""{"responses":[]}""")]
    [TestCase("""{"interactionId":"i","submittedAt":null,"responses":[]}""")]
    [TestCase("""{"interactionId":"i"}""")]
    public async Task ReadAsync_EmptySuccess_MeansNotYetAndIsAskedOnce(string body)
    {
        Cxone.On(Route.Form, Answer.Json(200, body));

        Assert.That(await Sut.PassTimeUntilAsync(Sut.ReadAsync()), Is.InstanceOf<FormAnswer.NotYet>());
        Assert.That(Cxone.Calls(Route.Form), Has.Length.EqualTo(1));
    }

    [TestCase("""{"submittedAt":"2026-11-22T09:30:00Z","responses":[]}""")]
    [TestCase("""[{},{"submittedAt":"2026-11-22T09:30:00Z","responses":null}]""")]
    public async Task ReadAsync_SubmittedWithoutAnAnswer_IsAForm(string body)
    {
        Cxone.On(Route.Form, Answer.Json(200, body));

        var answer = await Sut.PassTimeUntilAsync(Sut.ReadAsync());

        Assert.That(Outcomes.As<FormAnswer.Found>(answer).Form.Responses, Is.Empty);
    }

    [Test]
    public async Task ReadAsync_ListWithEmptyForms_GivesTheFilledOne()
    {
        Cxone.On(Route.Form, Answer.Json(200, """[{},{"responses":[{"fieldName":"a","value":"2"}]},{"responses":[]}]"""));

        var form = Outcomes.As<FormAnswer.Found>(await Sut.PassTimeUntilAsync(Sut.ReadAsync())).Form;

        Assert.That((form.Responses.Single().Value, form.ReviewReason), Is.EqualTo(("2", (string?)null)));
    }

    [Test]
    public async Task ReadAsync_ManyEmptySuccesses_HoldUpNoOtherForm([Values("", "[]", """{"responses":null}""")] string body)
    {
        Cxone.On(Route.Form, context =>
            Answer.Json(200, context.Request.Path.Value!.Contains("i-good", StringComparison.Ordinal) ? Filled : body)(context));
        for (var i = 0; i < 2 * FailureStreak.Many; i++)
        {
            await Sut.PassTimeUntilAsync(Sut.ReadAsync($"i-{i}"));
        }

        Assert.That(await Sut.ReadAsync("i-good"), Is.InstanceOf<FormAnswer.Found>());
        Assert.That(Sut.Status.Healthy, Is.True, Sut.Status.Summary);
    }

    [TestCase("""{"message":"quota exceeded"}""")]
    [TestCase("""{"submittedAt":"2026-11-22T09:30:00Z"}""")]
    [TestCase("""[{"message":"quota exceeded"}]""")]
    [TestCase("[null]")]
    [TestCase("[[]]")]
    [TestCase("\"\"")]
    [TestCase("0")]
    [TestCase("false")]
    [TestCase("""{"responses":{}}""")]
    [TestCase("""{"responses":"none"}""")]
    [TestCase("""{"responses":[null]}""")]
    [TestCase("""{"responses":[{"value":"2"}]}""")]
    [TestCase("""{"responses":[{"fieldName":"a","value":"5","value":"1"}]}""")]
    [TestCase("""{"responses":[{"fieldName":"a","value":"5"}]""")]
    [TestCase("<html><body>Please sign in</body></html>")]
    public async Task ReadAsync_UnreadableForm_IsAFailureAndNeverAnEmptyForm(string body)
    {
        Cxone.On(Route.Form, Answer.Json(200, body, body.StartsWith('<') ? "text/html" : "application/json"));

        var answer = await Sut.PassTimeUntilAsync(Sut.ReadAsync());

        Assert.That(answer.Failure().Kind, Is.EqualTo(FailureKind.Unknown));
        Assert.That(Cxone.Calls(Route.Form), Has.Length.EqualTo(1), "asking again at once would not change it");
    }

    [Test]
    public async Task ReadAsync_HtmlThenForm_IsReadTheNextTime()
    {
        Cxone.On(Route.Form, Answer.Json(200, "<html/>", "text/html"), Answer.Json(200, """{"responses":[]}"""));

        Assert.That((await Sut.ReadAsync()).Failure(), Has.Property("Outage").True);
        Assert.That(await Sut.ReadAsync(), Is.InstanceOf<FormAnswer.NotYet>());
    }

    [TestCase(400, FailureKind.Rejected, 1)]
    [TestCase(403, FailureKind.Unavailable, 1)]
    [TestCase(422, FailureKind.Rejected, 1)]
    [TestCase(429, FailureKind.Unavailable, 1)]
    [TestCase(500, FailureKind.Unknown, 3)]
    [TestCase(503, FailureKind.Unknown, 3)]
    public async Task ReadAsync_Refused_IsRepeatedOnlyWhereCxoneFailed(int status, FailureKind kind, int calls)
    {
        Cxone.On(Route.Form, Answer.Status(status));

        var answer = await Sut.PassTimeUntilAsync(Sut.ReadAsync());

        Assert.That(answer.Failure().Kind, Is.EqualTo(kind));
        Assert.That(Cxone.Calls(Route.Form), Has.Length.EqualTo(calls));
    }

    // The clock advances only between attempts: an attempt itself must not time out.
    protected override void Configure(CxoneOptions options) =>
        (options.FormTimeout, options.TotalTime) = (TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10));
}
