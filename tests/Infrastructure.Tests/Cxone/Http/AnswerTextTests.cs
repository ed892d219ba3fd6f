using System.Text;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Http;

internal sealed class AnswerTextTests : CxoneTests
{
    private const string Token = """{"access_token":"token-1","expires_in":3600}""";
    private const string Form = """{"responses":[{"fieldName":"overall_satisfaction","value":"schön"}]}""";
    private const string Tasks =
        """{"tasks":[{"id":"ü-1","customFields":[{"id":"interaction_id_link","value":"i-1"}]}]}""";

    private static readonly Encoding Utf8WithBom = new UTF8Encoding(true);

    private static readonly Encoding[] WiderUnits =
        [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(true, false)];

    // A content type as it may arrive; null where there is none.
    private static readonly string?[] Spellings =
    [
        null,
        "application/json",
        "application/json; charset=utf8",
        "application/json; charset=UTF-8",
        "application/json; charset=\"utf-8\"",
        "application/json; charset=windows-1252",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "application/json; charset=klingon",
        "application/json; charset=",
        "text/plain",
        "json",
        "",
    ];

    [Test]
    public async Task Answers_InUtf8_AreReadWhateverTheirHeaderSays(
        [ValueSource(nameof(Spellings))] string? contentType, [Values] bool withBom)
    {
        AnswerEverything(text => withBom ? WithBom(text, Utf8WithBom) : Encoding.UTF8.GetBytes(text), contentType);

        await AssertEveryAnswerIsReadAsync();
    }

    [TestCase("application/json; charset=utf-16")]
    [TestCase("application/json")]
    [TestCase(null)]
    public async Task Answers_InWiderUnits_AreRead(string? contentType)
    {
        AnswerEverything(text => WithBom(text, Encoding.Unicode), contentType);
        await AssertEveryAnswerIsReadAsync();

        AnswerEverything(text => WithBom(text, Encoding.BigEndianUnicode), contentType);
        await AssertEveryAnswerIsReadAsync();

        AnswerEverything(text => WithBom(text, Encoding.UTF32), contentType);
        await AssertEveryAnswerIsReadAsync();

        foreach (var encoding in WiderUnits)
        {
            AnswerEverything(encoding.GetBytes, contentType);
            await AssertEveryAnswerIsReadAsync();
        }
    }

    [TestCase("application/json; charset=windows-1252")]
    [TestCase("application/json; charset=iso-8859-1")]
    [TestCase("application/json; charset=klingon")]
    [TestCase("application/json; charset=utf-7")]
    [TestCase("application/json")]
    [TestCase("json")]
    [TestCase(null)]
    public async Task Answers_ThatAreNoUnicode_AreReadAsWestern(string? contentType)
    {
        AnswerEverything(Encoding.Latin1.GetBytes, contentType);

        await AssertEveryAnswerIsReadAsync();
    }

    [Test]
    public async Task Answers_InAnotherCharset_AreReadAsTheirHeaderSays()
    {
        var cyrillic = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!;
        Cxone.On(
            Route.Notify,
            Answer.Bytes(422, cyrillic.GetBytes("""{"message":"занят"}"""), "application/json; charset=\"windows-1251\""));

        Assert.That((await Sut.NotifyAsync())?.Reason, Does.EndWith("CXone says: message: занят"));
    }

    // The task exists, so a bad letter elsewhere must not cost its id; an id with one is no id.
    [TestCase("""{"id":"task-1","subject":"ü"}""", "task-1")]
    [TestCase("""{"id":"ü-1"}""", null)]
    public async Task CreateAsync_AnswerThatIsWronglyCalledUtf8_GivesAnIdOnlyIfItCanBeRead(string body, string? id)
    {
        Cxone.On(Route.Create, Answer.Bytes(201, Encoding.Latin1.GetBytes(body), "application/json; charset=utf-8"));

        var outcome = await Sut.CreateAsync();

        Assert.That((outcome as TaskCreation.Created)?.TaskId, Is.EqualTo(id));
        Assert.That((outcome as TaskCreation.Failed)?.Failure.Kind, Is.EqualTo(id is null ? FailureKind.Unknown : (FailureKind?)null));
    }

    private static byte[] WithBom(string text, Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

    private void AnswerEverything(Func<string, byte[]> encode, string? contentType)
    {
        Cxone.On(Route.Token, Answer.Bytes(200, encode(Token), contentType));
        Cxone.On(Route.Form, Answer.Bytes(200, encode(Form), contentType));
        Cxone.On(Route.Create, Answer.Bytes(201, encode("""{"id":"ü-1"}"""), contentType));
        Cxone.On(Route.Find, Answer.Bytes(200, encode(Tasks), contentType));
        Cxone.On(Route.Notify, Answer.Bytes(422, encode("""{"message":"Müller is away"}"""), contentType));
    }

    private async Task AssertEveryAnswerIsReadAsync()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Outcomes.As<FormAnswer.Found>(await Sut.PassTimeUntilAsync(Sut.ReadAsync())).Form.Responses[0].Value,
                Is.EqualTo("schön"));
            Assert.That(Outcomes.As<TaskCreation.Created>(await Sut.CreateAsync()).TaskId, Is.EqualTo("ü-1"));
            Assert.That(
                Outcomes.As<TaskLookup.Found>(await Sut.PassTimeUntilAsync(Sut.FindAsync())).TaskIds.Single(),
                Is.EqualTo("ü-1"));
            Assert.That((await Sut.NotifyAsync())?.Reason, Does.EndWith("CXone says: message: Müller is away"));
        }
    }
}
