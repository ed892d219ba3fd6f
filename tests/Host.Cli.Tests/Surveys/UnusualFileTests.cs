using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Surveys;

internal sealed class UnusualFileTests
{
    [Test]
    public async Task Rows_AboveTheHeader_AreSkippedAndSaid()
    {
        var run = await Reading.OfTextAsync("Survey export\nMarch 2026;;\n\ncompleted_at;agent;csat\n2026-03-02T08:00;Ann;1\nyesterday;Ann;1\n");

        Assert.That(run.Count("surveys"), Is.EqualTo(1), run.Output);
        Assert.That(run.ReadAs(), Does.StartWith("CSV separated by ';'").And.Contain("2 rows above the header (line 4) skipped"));
        Assert.That(run.Refused(), Does.StartWith("6 "));
    }

    [Test]
    public async Task Rows_AboveAHeaderThatDoesNotFit_AreToBeDeleted()
    {
        var run = await Reading.OfTextAsync("Survey export\nwhen,who,mark\n2026-03-02T08:00,Ann,1\n");

        Assert.That(run.Error(), Does.StartWith("standard input, line 2: no column for the score")
            .And.Contain("The columns are: when, who, mark.").And.EndWith("If this is not the header, delete the rows above the header."));
    }

    [TestCase("{\"data\":[{\"completedAt\":\"2026-03-02T08:00\",\"csat\":1}]}", true)]
    [TestCase("{\n \"data\": [\n {\"completedAt\":\"2026-03-02T08:00\",\"csat\":1} ] }", true)]
    [TestCase("{\"completedAt\":\"2026-03-02T08:00\",\"survey\":{\"csat\":1}}", false)]
    [TestCase("[{\"completedAt\":\"2026-03-02T08:00\",\"survey\":{\"csat\":1}}]", false)]
    public async Task Json_ThatIsNested_SaysWhatWasFoundAndWhatIsRead(string json, bool isList)
    {
        var run = await Reading.OfTextAsync(json);

        Assert.That(run.Code, Is.Not.Zero);
        Assert.That(run.Output, Does.Contain(isList ? "its member 'data' is an array of objects" : "its member 'survey' is an object"));
        Assert.That(run.Output, Does.Contain("a flat array of objects, or one object a line, is read"));
    }

    [TestCase("02/03/2026 8:15 a. m.", 8)]
    [TestCase("02/03/2026 8:15:00\u00a0p.\u00a0m.", 20)]
    public async Task Time_InTheSpanishForm_IsRead(string time, int hour)
    {
        var run = await Reading.OfTextAsync($"responded_at,csat\n{time},1\n", "--dates", "dmy");

        Assert.That(run.Count("surveys"), Is.EqualTo(1), run.Output);
        Assert.That(run.Json.GetProperty("dueByHour")[hour].GetInt32(), Is.EqualTo(1));
    }

    [TestCase("46083.70")]
    [TestCase("46083,7")]
    [TestCase("46083")]
    public async Task Time_AsExcelsNumber_IsExplained(string time)
    {
        var run = await Reading.OfTextAsync($"responded_at;csat\n{time};1\n");

        Assert.That(run.Refused(), Does.StartWith($"2 completed is Excel's number of a date: '{time}'. In Excel, format the column as a date with the time, and save the file again"));
    }

    [Test]
    public async Task Rows_ThatEndBeforeTheScore_AreCounted()
    {
        var run = await Reading.OfTextAsync("responded_at,csat,note\n2026-03-02T08:00\n2026-03-02T08:00,1\n2026-03-02T09:00\n2026-03-02T09:00,1,x\n");

        Assert.That(run.ReadAs(), Does.Contain("2 short rows (they end before the score)"));
        Assert.That((run.Count("surveys"), run.Count("unanswered")), Is.EqualTo((4, 2)));
    }

    [TestCase("Fecha")]
    [TestCase("Date")]
    [TestCase("Datum")]
    [TestCase("Time")]
    public async Task Column_ThatMayBeTheTime_IsProposed(string column)
    {
        var run = await Reading.OfTextAsync($"{column},csat\n2026-03-02T08:00,1\n");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error(), Does.EndWith($"If '{column}' is the time of completion: --map completed={column}."));
    }

    [Test]
    public async Task Times_ThatAClockChangeSkipsOrRepeats_AreCounted()
    {
        var run = await Reading.OfTextAsync(
            "responded_at,csat\n2026-03-29T02:30,1\n2026-10-25T02:30,1\n2026-10-25T02:40,1\n2026-10-25T02:40+02:00,1\n2026-10-25T12:40,1\n",
            "--zone", "Europe/Berlin");

        Assert.That(run.ReadAs(), Does.Contain("1 time that the clocks of Europe/Berlin skip (moved forward)")
            .And.Contain("2 times that the clocks of Europe/Berlin show twice (the later taken)"));
    }

    [Test]
    public async Task Column_ThatIsNotFound_IsToldWithItsConsequence()
    {
        using var temp = new TempFolder();

        var run = await Tool.RunOnAsync(
            "responded_at,csat\n2026-03-02T08:00,1\n", "policy", "backtest", temp.Write("p.json", Given.Stricter), "--input", "-");

        var page = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.That(page, Does.Contain("not found: issue_resolved (override 'solved' cannot apply), agent (so load is not counted by agent), skill (override 'vip' cannot apply)"));
    }

    [Test]
    public async Task Rows_OfWordsAlone_AreNotTakenForHeaders()
    {
        var rows = string.Concat(Enumerable.Repeat("1. März um 8,sehr gut\n", 5));

        var run = await Reading.OfTextAsync("responded_at,csat\n" + rows);

        Assert.That(run.Json.GetProperty("badRows").GetProperty("count").GetInt32(), Is.EqualTo(3));
    }
}
