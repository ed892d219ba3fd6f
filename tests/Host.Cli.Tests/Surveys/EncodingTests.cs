using System.Text;

namespace CxoneAssist.Host.Cli.Tests.Surveys;

internal sealed class EncodingTests
{
    private const string Header = "Atención,completed_at,agent,csat\n";
    private const string Rows = "á,2026-03-02T08:00,Jörg,1\né,2026-03-02T08:00,Jürg,1\nñ,2026-03-02T08:00,€uro “x”,1\n";

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Test]
    public async Task File_ThatIsNoUtf8_IsReadAsWindows1252AndSaysSo()
    {
        var run = await Reading.OfBytesAsync(Windows.GetBytes(Header + Rows), "--map", "customer=Atención");

        Assert.That(run.Code, Is.Zero, run.Output);
        Assert.That(run.ReadAs(), Does.Contain("Windows-1252, because it is not UTF-8"));
        Assert.That(run.Json.GetProperty("agents").GetProperty("most").EnumerateArray().Select(one => one.GetProperty("agent").GetString()),
            Is.EquivalentTo(["Jörg", "Jürg", "€uro “x”"]));
        Assert.That(run.Count("lostCharacters"), Is.Zero);
    }

    [Test]
    public async Task File_InWindows1252FromALateRowOn_IsReadAsThat()
    {
        var surveys = "completed_at,agent,csat\n" + string.Concat(Enumerable.Repeat("2026-03-02T08:00,Ann,5\n", 30_000)) + "2026-03-02T08:00,Jörg,1\n";

        var run = await Reading.OfBytesAsync(Windows.GetBytes(surveys));

        Assert.That(run.ReadAs(), Does.Contain("Windows-1252, because it is not UTF-8"));
        Assert.That(run.Json.GetProperty("agents").GetProperty("most")[0].GetProperty("agent").GetString(), Is.EqualTo("Jörg"));
    }

    [TestCase("")]
    [TestCase("\uFEFF")]
    public async Task File_ThatMixesBoth_SaysSoAndMergesNoOne(string mark)
    {
        var run = await Reading.OfBytesAsync(
            [.. Encoding.UTF8.GetBytes(mark), .. Encoding.UTF8.GetBytes(Header + Rows), .. Windows.GetBytes(Rows)], "--map", "customer=Atención");

        Assert.That(run.ReadAs(), Does.Contain("UTF-8 mixed with Windows-1252 (8 characters are not UTF-8; the file was joined from both)"));
        Assert.That(run.Json.GetProperty("agents").GetProperty("most").EnumerateArray().Select(one => one.GetProperty("tasks").GetInt32()),
            Is.Not.Empty.And.All.EqualTo(2));
    }

    [Test]
    public async Task File_InUtf8_SaysNothingOfIt()
    {
        var run = await Reading.OfBytesAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Header + Rows)], "--map", "customer=Atención");

        Assert.That(run.ReadAs(), Is.EqualTo("CSV separated by ','\ntimes like '2026-03-02T08:00'"));
    }

    [Test]
    public async Task JsonArray_ThatIsNoUtf8_IsReadAsWindows1252()
    {
        var run = await Reading.OfFileAsync(
            "s.json", Windows.GetBytes("""[{"completedAt":"2026-03-02T08:00","agent":"Jörg","csat":1}]"""), "--json");

        Assert.That(run.ReadAs(), Does.Contain("Windows-1252"));
        Assert.That(run.Json.GetProperty("agents").GetProperty("most")[0].GetProperty("agent").GetString(), Is.EqualTo("Jörg"));
    }
}
