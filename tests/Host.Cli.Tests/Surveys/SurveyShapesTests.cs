using System.Text;
using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Surveys;

internal sealed class SurveyShapesTests
{
    private const string Nps = """
        { "name": "nps", "score": { "field": "nps", "min": 0, "max": 10 },
          "tiers": [ { "name": "detractor", "below": 7, "priority": "High", "due": "1d" } ] }
        """;

    [Test]
    public async Task Dates_WhoseOrderNoRowShows_AreAskedFor()
    {
        var run = await RunAsync("responded_at,csat\n03/04/2026 08:15,1\n05/04/2026 08:15,1\n");

        Assert.That((run.Code, run.Json.GetProperty("error").GetString()), Is.EqualTo((2,
            "standard input, line 2: in '03/04/2026 08:15' either number can be the day, and none of the first 2 rows shows which. "
            + "Say --dates dmy for the day first, or --dates mdy for the month first.")));
    }

    [TestCase("dmy", "2026-04-03")]
    [TestCase("mdy", "2026-03-04")]
    [TestCase("MM/dd/yyyy HH:mm", "2026-03-04")]
    public async Task Dates_WhoseOrderIsSaid_AreReadInIt(string dates, string day)
    {
        var run = await RunAsync("responded_at,csat\n03/04/2026 08:15,1\n", "--dates", dates);

        Assert.That(Day(run), Is.EqualTo(day));
    }

    [TestCase("13/04/2026 08:15", "2026-04-03", "line 3 shows it: '13/04/2026 08:15'")]
    [TestCase("04/13/2026 08:15", "2026-03-04", "line 3 shows it: '04/13/2026 08:15'")]
    public async Task Dates_WhoseOrderALaterRowShows_AreReadInItAndItIsSaid(string shows, string day, string said)
    {
        var run = await RunAsync($"responded_at,csat\n03/04/2026 08:15,1\n{shows},5\n");

        Assert.That(Day(run), Is.EqualTo(day));
        Assert.That(run.Json.GetProperty("readAs")[1].GetString(), Does.Contain(said));
    }

    [Test]
    public async Task Dates_OfBothOrders_AreAskedForWithBothRows()
    {
        const string surveys = "responded_at,csat\n13/04/2026 08:15,1\n04/13/2026 08:15,1\n";

        var run = await RunAsync(surveys);
        var said = await RunAsync(surveys, "--dates", "dmy");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Json.GetProperty("error").GetString(), Does.Contain("day first in line 2").And.Contain("month first in line 3"));
        Assert.That(Bad(said), Does.StartWith("3 completed is not a time: '04/13/2026 08:15' with the day first"));
    }

    [TestCase("dd.mm.yyyy", "--dates: 'dd.mm.yyyy' is neither dmy, mdy nor a format with day, month and year.")]
    [TestCase("dd.MM.yyyy hh:mm", "--dates: 'dd.MM.yyyy hh:mm' does not give the time of day. Write HH:mm, or hh:mm tt for AM and PM.")]
    [TestCase("d", "--dates: 'd' is neither dmy, mdy nor a format")]
    [TestCase("ymd", "--dates: 'ymd' is neither dmy, mdy nor a format")]
    public async Task Dates_OfAWrongFormat_AreExplained(string dates, string sentence)
    {
        var run = await RunAsync("responded_at,csat\n", "--dates", dates);

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Json.GetProperty("error").GetString(), Does.StartWith(sentence));
    }

    [Test]
    public async Task Dates_WithoutATimeOfDay_AreRefusedUnlessTheirFormatIsSaid()
    {
        const string surveys = "responded_at,csat\n03.04.2026,1\n";

        var (run, said) = (await RunAsync(surveys), await RunAsync(surveys, "--dates", "dd.MM.yyyy"));

        Assert.That(Bad(run), Does.StartWith("2 completed has no time of day: '03.04.2026'; add it. Where no row has one, --dates dd.MM.yyyy takes its midnight"));
        Assert.That((said.Code, Day(said)), Is.EqualTo((0, "2026-04-03")));
    }

    [TestCase("3,5", null, 1)]
    [TestCase("3,25", null, 1)]
    [TestCase("3,125", null, 0)]
    [TestCase("3,125", "comma", 1)]
    [TestCase("3,5", "point", 0)]
    public async Task Score_WithADecimalComma_IsReadWhereItHasOneMeaningOrIsSaid(string score, string? said, int tasks)
    {
        var run = await RunAsync($"responded_at;csat\n2026-03-02T08:00;{score}\n", said is null ? [] : ["--decimal", said]);

        Assert.That(run.Json.GetProperty("tasks").GetProperty("Medium").GetInt32(), Is.EqualTo(tasks));
        Assert.That(run.Json.GetProperty("review").GetInt32(), Is.EqualTo(1 - tasks));
    }

    [Test]
    public async Task Columns_OfOneNameThatDiffer_AreAnErrorThatNamesBoth()
    {
        var same = await RunAsync("responded_at,csat,csat\n2026-03-02T08:00,1,1\n");
        var run = await RunAsync("responded_at,csat,csat\n2026-03-02T08:00,1,1\n2026-03-02T08:00,1,4\n");
        var mapped = await RunAsync("responded_at,csat,csat\n2026-03-02T08:00,1,4\n", "--map", "score=#3");

        Assert.That((same.Code, mapped.Code), Is.EqualTo((0, 0)));
        Assert.That(mapped.Json.GetProperty("noTask").GetInt32(), Is.EqualTo(1));
        Assert.That((run.Code, run.Json.GetProperty("error").GetString()), Is.EqualTo((2,
            "standard input, line 3: columns #2 and #3 are both named 'csat' and differ: '1' and '4'. "
            + "Rename one of them, or say which with --map score=#2 or #3.")));
    }

    [TestCase("csat")]
    [TestCase("score")]
    public async Task Score_OfAnotherScale_IsNotTakenUnasked(string column)
    {
        var surveys = $"responded_at,{column}\n2026-03-02T08:00,4\n";

        var (run, mapped) = (await RunOnAsync(Nps, surveys), await RunOnAsync(Nps, surveys, "--map", $"score={column}"));

        Assert.That((run.Code, run.Json.GetProperty("error").GetString()), Is.EqualTo((2,
            $"standard input, line 1: no column for the score (nps): name it with --map score=COLUMN. The columns are: responded_at, {column}. "
            + $"'{column}' is usually a scale from 1 to 5, and the policy's is 0 to 10: it is not taken unasked.")));
        Assert.That(mapped.Code, Is.Zero);
    }

    [Test]
    public async Task Score_OfAUsualColumnThatIsOnAnotherScale_IsAskedFor()
    {
        const string surveys = "responded_at,score\n2026-03-02T08:00,4\n2026-03-02T08:00,9\n";

        var (run, mapped) = (await RunAsync(surveys), await RunAsync(surveys, "--map", "score=score"));

        Assert.That((run.Code, run.Json.GetProperty("error").GetString()), Is.EqualTo((2,
            "standard input: the policy's field is overall_satisfaction, from 1 to 5; there is none, and column 'score' goes from 4 to 9. "
            + "Name the column of the score with --map score=COLUMN; if it is this one, --map score=score.")));
        Assert.That(mapped.Json.GetProperty("review").GetInt32(), Is.EqualTo(1));
    }

    [TestCase("Completed At,CSAT Score,csat")]
    [TestCase("completedAt,comment,CSAT")]
    public async Task Columns_AreFoundByTheirLettersAndDigits(string header)
    {
        var run = await RunAsync($"{header}\n2026-03-02T08:00,x,1\n");

        Assert.That(run.Json.GetProperty("tasks").GetProperty("High").GetInt32(), Is.EqualTo(1));
    }

    [TestCase("\"sep=;\"\nresponded_at;csat\n2026-03-02T08:00;1\n", "CSV separated by ';', as its line sep=; says")]
    [TestCase("sep=|\r\nresponded_at|csat\r\n2026-03-02T08:00|1\r\n", "CSV separated by '|', as its line sep=| says")]
    [TestCase("responded_at\tcsat\n2026-03-02T08:00\t1\n", "CSV separated by '\\t'")]
    [TestCase("responded_at;csat;\"a, b, c\"\n2026-03-02T08:00;1\n", "CSV separated by ';'")]
    public async Task Separator_IsFoundAndSaid(string surveys, string said)
    {
        var run = await RunAsync(surveys);

        Assert.That(run.Json.GetProperty("readAs")[0].GetString(), Is.EqualTo(said));
        Assert.That((run.Code, run.Json.GetProperty("surveys").GetInt32()), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Lines_AfterADeclaredSeparator_KeepTheirNumbers()
    {
        var run = await RunAsync("sep=;\nresponded_at;csat\n2026-03-02T08:00;1\nyesterday;1\n");

        Assert.That(Bad(run), Does.StartWith("4 completed is not a time: 'yesterday'"));
    }

    [Test]
    public async Task Text_OfExcelInUtf16_IsRead()
    {
        using var temp = new TempFolder();
        var input = temp.At("s.txt");
        await File.WriteAllTextAsync(input, "responded_at\tcsat\r\n02.03.2026 08:00\t1\r\n", Encoding.Unicode);

        var run = await Tool.RunAsync("policy", "backtest", temp.Write("p.json", Given.Default), "--input", input, "--json");

        Assert.That((run.Code, run.Json.GetProperty("surveys").GetInt32()), Is.EqualTo((0, 1)));
    }

    [TestCase("--delimiter ; --format jsonl", "--delimiter is for CSV, and standard input is jsonl. Leave it out.")]
    [TestCase("--sheet Surveys", "--sheet is for workbooks, and standard input is csv. Leave it out.")]
    public async Task Option_WithoutAnEffectOnTheFile_IsRefused(string options, string sentence)
    {
        var run = await RunAsync("responded_at,csat\n2026-03-02T08:00,1\n", options.Split(' '));

        Assert.That((run.Code, run.Json.GetProperty("error").GetString()), Is.EqualTo((2, sentence)));
    }

    [TestCase("Nothing", "excel-workbook.xlsx has no sheet 'Nothing'. Name one with --sheet: Summary, Surveys.")]
    [TestCase("Summary", "excel-workbook.xlsx, row 1: no column for the score")]
    public async Task Sheet_ThatDoesNotFit_IsExplained(string sheet, string sentence)
    {
        using var temp = new TempFolder();
        var file = Repository.At("tests", "Host.Cli.Tests", "Surveys", "Exports", "excel-workbook.xlsx");

        var run = await Tool.RunAsync("policy", "backtest", temp.Write("p.json", Given.Default), "--input", file, "--sheet", sheet, "--json");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Json.GetProperty("error").GetString(), Does.StartWith(sentence));
    }

    [Test]
    public async Task Workbook_ThatIsBroken_IsExplained()
    {
        using var temp = new TempFolder();
        var file = temp.Write("b.xlsx", "PK\u0003\u0004 and no more");

        var run = await Tool.RunAsync("policy", "backtest", temp.Write("p.json", Given.Default), "--input", file, "--json");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Json.GetProperty("error").GetString(), Does.StartWith("b.xlsx cannot be read as a workbook: ").And.EndsWith("or as CSV in UTF-8."));
    }

    [TestCase("[{\"completedAt\":\"2026-03-02T08:00\",\"csat\":1},{\"completedAt\":", "standard input: not JSON after item 1: wrong at line 1, byte ")]
    [TestCase("{\n  \"surveys\": [] }", "standard input is JSON over several lines. Write one object per line, or an array of them.")]
    [TestCase("<html><table>", "standard input is HTML or XML, which some programs name .xls. Open it in a spreadsheet program")]
    [TestCase("PK\u0003\u0004", "A workbook cannot be read from standard input: name the file with --input.")]
    public async Task File_ThatCannotBeRead_SaysWhatToDo(string surveys, string sentence)
    {
        var run = await RunAsync(surveys);

        Assert.That(run.Code, Is.Not.Zero);
        Assert.That(run.Json.GetProperty("error").GetString(), Does.StartWith(sentence));
    }

    private static Task<ToolRun> RunAsync(string surveys, params string[] options) => RunOnAsync(Given.Default, surveys, options);

    private static async Task<ToolRun> RunOnAsync(string policy, string surveys, params string[] options)
    {
        using var temp = new TempFolder();
        return await Tool.RunOnAsync(surveys, ["policy", "backtest", temp.Write("p.json", policy), "--input", "-", .. options, "--json"]);
    }

    private static string? Day(ToolRun run) => run.Json.GetProperty("days")[0].GetProperty("day").GetString();

    private static string Bad(ToolRun run) => string.Join('\n', run.Json.GetProperty("badRows").GetProperty("first").EnumerateArray()
        .Select(row => $"{row.GetProperty("line")} {row.GetProperty("what").GetString()}"));
}
