using System.Text.Json;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Backtest;

internal sealed class BacktestCommandTests
{
    [Test]
    public async Task Backtest_OfOnePolicy_AnswersWithTheDocumentThatScriptsRead()
    {
        using var temp = new TempFolder();

        var run = await Tool.RunOnAsync(Given.Surveys, "policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-", "--json");

        Assert.That((run.Code, run.Errors), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.StartWith(
            """{"surveys":8,"tasks":{"Critical":0,"High":3,"Medium":2,"Normal":0,"Low":0},"noTask":2,"review":1,"suppressed":0,"unanswered":1,"""));
        Assert.That(run.Output, Does.EndWith("}\n").And.Not.Contain("}\n{"));
        Assert.That(run.Json.GetProperty("agents").GetProperty("most")[0].GetRawText(), Is.EqualTo(
            """{"agent":"Ann Lee","tasks":3,"busiestDay":"2026-03-02","onBusiestDay":2}"""));
    }

    [Test]
    public async Task Backtest_AgainstAnother_CountsEachSurveyAsOneMoveOrUnmoved()
    {
        using var temp = new TempFolder();

        var run = await Tool.RunOnAsync(
            Given.Surveys, "policy", "backtest", temp.Write("new.json", Given.Stricter), "--against", temp.Write("old.json", Given.Default),
            "--input", "-", "--json");

        var moves = run.Json.GetProperty("moves");
        string Move(string kind) => string.Join(' ', moves.GetProperty(kind).GetProperty("examples").EnumerateArray()
            .Select(one => one.GetProperty("interaction").GetString()));
        Assert.That(Move("new"), Is.EqualTo("d"));
        Assert.That(Move("gone"), Is.EqualTo("e h"));
        Assert.That(Move("raised"), Is.EqualTo("a"));
        Assert.That(Move("lowered"), Is.EqualTo("c"));
        Assert.That(Move("later"), Is.EqualTo("b"));
        Assert.That(moves.GetProperty("unmoved").GetInt32(), Is.EqualTo(2));
        var moved = moves.EnumerateObject().Where(move => move.Value.ValueKind == JsonValueKind.Object);
        Assert.That(moved.Sum(move => move.Value.GetProperty("count").GetInt32()), Is.EqualTo(6));
        Assert.That(run.Json.GetProperty("against").GetProperty("tasks").GetProperty("High").GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public async Task Backtest_AgainstAnother_ShowsBothSideBySide()
    {
        using var temp = new TempFolder();

        var run = await Tool.RunOnAsync(
            Given.Surveys, "policy", "backtest", temp.Write("new.json", Given.Stricter), "--against", temp.Write("old.json", Given.Default),
            "--input", "-");

        Assert.That(run.Output, Does.Contain("""
              Outcome       stricter   Share  default   Share  Change
              ────────────  ────────  ──────  ───────  ──────  ──────
              Critical             1  12.5 %        0   0.0 %      +1
              High                 2  25.0 %        3  37.5 %      -1
              Medium               0   0.0 %        2  25.0 %      -2
              Normal               0   0.0 %        0   0.0 %       0
              Low                  1  12.5 %        0   0.0 %      +1
              No task              3  37.5 %        2  25.0 %      +1
                unanswered         1  12.5 %        1  12.5 %       0
              Suppressed           0   0.0 %        0   0.0 %       0
              Review               1  12.5 %        1  12.5 %       0
            """.ReplaceLineEndings("\n")));
        Assert.That(run.Output, Does.Match(@"Columns +interaction from interaction_id, agent, skill, channel, completed from\n"));
        Assert.That(run.Output, Does.Match(@"Priority raised +1  line 2   1      High, due 2026-03-03"));
        Assert.That(run.Output, Does.Not.Match(@"[^\P{Cc}\n]").And.Not.Match(@" \n"));
    }

    [Test]
    public async Task Backtest_OfAPolicyThatSuppresses_LetsAWorseScoreThroughAndTheEndOfTheWindow()
    {
        using var temp = new TempFolder();
        const string surveys = """
            interaction_id,customer_id,responded_at,csat
            a,one,2026-03-02T08:00,2
            b,one,2026-03-03T08:00,2
            c,two,2026-03-03T08:00,2
            d,one,2026-03-04T08:00,1
            e,one,2026-03-05T08:00,2
            f,,2026-03-05T08:00,2
            g,,2026-03-05T08:00,2
            h,one,2026-03-12T08:00,2
            """;

        var run = await Tool.RunOnAsync(surveys, "policy", "backtest", temp.Write("p.json", Given.Suppressing), "--input", "-", "--json");

        Assert.That(run.Output, Does.StartWith(
            """{"surveys":8,"tasks":{"Critical":0,"High":6,"Medium":0,"Normal":0,"Low":0},"noTask":0,"review":0,"suppressed":2,"""));
        Assert.That(run.Json.GetProperty("outOfOrder").GetInt32(), Is.Zero);
    }

    [Test]
    public async Task Backtest_OfAFileOutOfOrder_SaysSoWhereItMatters()
    {
        using var temp = new TempFolder();
        const string surveys = "customer_id,responded_at,csat\none,2026-03-04T08:00,2\none,2026-03-02T08:00,1\n";

        var run = await Tool.RunOnAsync(surveys, "policy", "backtest", temp.Write("p.json", Given.Suppressing), "--input", "-");

        Assert.That(run.Output, Does.Match(@"Out of order +1 survey after a later one of the same customer"));
    }

    [Test]
    public async Task Backtest_WithAZone_TakesTimesWithoutAnOffsetForThatZonesAndShowsItsHours()
    {
        using var temp = new TempFolder();
        const string surveys = "responded_at,csat\n2026-07-01T08:00,1\n2026-07-01T08:00Z,1\n";

        var run = await Tool.RunOnAsync(
            surveys, "policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-", "--zone", "Europe/Berlin", "--json");

        var hours = run.Json.GetProperty("dueByHour").EnumerateArray().Index().Where(hour => hour.Item.GetInt32() == 1).Select(hour => hour.Index);
        Assert.That(string.Join(' ', hours), Is.EqualTo("8 10"));
    }

    [Test]
    public async Task Backtest_OfRowsThatCannotBeRead_CountsThemWithTheirLinesAndExits1()
    {
        using var temp = new TempFolder();
        const string surveys = """
            responded_at,agent,csat
            2026-03-02T08:00,Ann,1
            yesterday,Ann,1
            2026-03-02T08:00,Ann
            ,Ann,1
            2026-03-02T08:00,Ann,"1"x
            2026-03-02T08:00,"Ann
            Lee",5
            2026-03-02T25:00,Ann,1
            2026-03-02T08:00,Ann,1,more
            """;

        var run = await Tool.RunOnAsync(surveys, "policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-", "--json");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Json.GetProperty("surveys").GetInt32(), Is.EqualTo(3));
        Assert.That(run.Json.GetProperty("unanswered").GetInt32(), Is.EqualTo(1), "a row that ends early is complete");
        var bad = run.Json.GetProperty("badRows");
        Assert.That(bad.GetProperty("count").GetInt32(), Is.EqualTo(5));
        Assert.That(
            string.Join('\n', bad.GetProperty("first").EnumerateArray().Select(row => $"{row.GetProperty("line")} {row.GetProperty("what")}")),
            Is.EqualTo("""
                3 completed is not a time: 'yesterday'; write it like 2026-12-23T16:40, 2026-12-23 16:40:05 or 2026-12-23T16:40+01:00, or give its format with --dates
                5 no time: neither completed, received nor submitted is given
                6 a quotation mark is out of place: within a quoted field it is written twice
                9 completed is not a time: '2026-03-02T25:00'; write it like 2026-12-23T16:40, 2026-12-23 16:40:05 or 2026-12-23T16:40+01:00, or give its format with --dates
                10 4 fields where the header has 3; is a quotation mark or a separator out of place?
                """.ReplaceLineEndings("\n")));
    }

    [TestCase(
        "responded_at,agent\n",
        "standard input, line 1: no column for the score (overall_satisfaction or csat or score): name it with --map score=COLUMN. "
        + "The columns are: responded_at, agent.")]
    [TestCase(
        "csat,agent\n",
        "standard input, line 1: no column with a time: name one with --map completed=COLUMN. The columns are: csat, agent.")]
    [TestCase("", "standard input is empty: it needs a header line that names its columns.")]
    public async Task Backtest_OfAFileWithoutWhatItNeeds_SaysWhatIsMissingWithExitCode2(string surveys, string sentence)
    {
        using var temp = new TempFolder();

        var run = await Tool.RunOnAsync(surveys, "policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-");

        Assert.That((run.Code, run.Output, run.Errors), Is.EqualTo((2, "", sentence + "\n")));
    }

    [TestCase("--map score=rating", "standard input, line 1: no column 'rating', which --map names for overall_satisfaction.")]
    [TestCase("--map rating=csat", "--map takes WHAT=COLUMN, and 'rating' cannot be mapped; these can: score, interaction,")]
    [TestCase("--map score", "--map takes WHAT=COLUMN, and '' cannot be mapped")]
    [TestCase("--zone localtime", "--zone: there is no zone 'localtime'; name one like Europe/Berlin or UTC.")]
    [TestCase("--zone Berlin", "--zone: there is no zone 'Berlin'; did you mean Europe/Berlin?")]
    [TestCase("--against nothing.json", "There is no file nothing.json.")]
    [TestCase("--against .", ". is a folder: name a file in it.")]
    [TestCase("--report no/such/folder/r.html", "--report: no/such/folder/r.html cannot be written:")]
    public async Task Backtest_WithAWrongOption_IsExplainedWithExitCode2(string options, string sentence)
    {
        using var temp = new TempFolder();

        var run = await Tool.RunOnAsync(
            Given.Surveys, ["policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-", .. options.Split(' ')]);

        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Errors, Does.StartWith(sentence));
    }

    [Test]
    public async Task Backtest_OfAPolicyThatIsRefused_NamesFileLineAndColumn()
    {
        using var temp = new TempFolder();
        var policy = temp.Write("p.json", Given.Default.Replace("\"below\": 4", "\"below\": 2", StringComparison.Ordinal));

        var run = await Tool.RunOnAsync(Given.Surveys, "policy", "backtest", policy, "--input", "-", "--json");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Errors, Does.StartWith(policy + "(6,").And.Contain("$.tiers[1].below"));
        Assert.That(run.Json.GetProperty("error").GetString() + "\n", Is.EqualTo(run.Errors));
    }

    [Test]
    public async Task Backtest_OfJsonLines_IsThatOfTheSameCsv()
    {
        using var temp = new TempFolder();
        const string lines = """
            {"interaction_id":"a","responded_at":"2026-03-02T08:00","csat":1}
            {"interactionId":"b","completedAt":"2026-03-02T09:00","csat":"3.5","extra":{"deep":[1,2]}}

            {"interactionId":"c","completedAt":"2026-03-02T09:00","csat":null}
            {"interactionId":"d","completedAt":"2026-03-02T09:00"}
            [1]
            {"broken
            {"csat":"\ud800","completedAt":"2026-03-02T09:00"}
            {"\udc00":1,"csat":1,"completedAt":"2026-03-02T09:00"}
            """;

        var run = await Tool.RunOnAsync(lines, "policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-", "--json");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Json.GetProperty("columns").GetRawText(), Is.EqualTo(
            """{"interaction":"interaction_id","completed":"responded_at","overall_satisfaction":"csat"}"""));
        Assert.That(run.Output, Does.StartWith("""{"surveys":3,"tasks":{"Critical":0,"High":1,"Medium":1,"Normal":0,"Low":0},"noTask":1,"""));
        var first = run.Json.GetProperty("badRows").GetProperty("first").EnumerateArray()
            .Select(row => $"{row.GetProperty("line")} {row.GetProperty("what")}").ToList();
        Assert.That(first[0], Is.EqualTo("5 no member for the score; name it with --map score=NAME"));
        Assert.That(first[1], Is.EqualTo("6 not a JSON object"));
        Assert.That(first[2], Does.StartWith("7 not JSON: wrong at byte "));
        Assert.That(first[3], Does.StartWith("8 not JSON: a name or a text has half a character"));
        Assert.That(first[4], Does.StartWith("9 not JSON: a name or a text has half a character"));
    }

    [TestCase("customer=acount")]
    [TestCase("response:issue_resolved=solved")]
    [TestCase("score=rating")]
    public async Task Backtest_OfJsonLinesWithoutWhatMapNames_FailsWithExitCode2(string map)
    {
        using var temp = new TempFolder();
        const string lines = """{"completedAt":"2026-03-02T09:00","csat":1,"account":"c-1"}""";

        var run = await Tool.RunOnAsync(
            lines, "policy", "backtest", temp.Write("p.json", Given.Suppressing), "--input", "-", "--map", map, "--json");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Json.GetProperty("error").GetString(), Does.StartWith(
            $"standard input: no object has a member '{map.Split('=')[1]}', which --map names for "));
    }

    [Test]
    public async Task Backtest_WithoutCustomersAgentsAndFactsThatAreAskedFor_SaysSo()
    {
        using var temp = new TempFolder();
        const string surveys = "responded_at,csat\n2026-03-02T08:00,1\n";
        var (policy, other) = (temp.Write("p.json", Given.Suppressing), temp.Write("other.json", Given.Stricter));

        var page = await Tool.RunOnAsync(surveys, "policy", "backtest", policy, "--against", other, "--input", "-", "--report", temp.At("r.html"));
        var json = await Tool.RunOnAsync(surveys, "policy", "backtest", policy, "--against", other, "--input", "-", "--json");

        Assert.That(json.Json.GetProperty("notFound").GetRawText(), Is.EqualTo("""["issue_resolved","agent","customer","skill"]"""));
        Assert.That(page.Output, Does.Match(@"customer \(so\s+nothing\s+is\s+suppressed\)").And.Not.Contain("unknown"));
        Assert.That(await File.ReadAllTextAsync(temp.At("r.html")), Does.Not.Contain("unknown").And.Contain("(so load is not counted by agent)"));
    }

    [Test]
    public async Task Backtest_OfAQuotationMarkThatIsNeverClosed_DropsNothingInSilence()
    {
        using var temp = new TempFolder();
        const string surveys = "responded_at,agent,csat\n2026-03-02T08:00,\"Ann,1\n2026-03-02T08:00,Bob,1\n2026-03-02T08:00,Bob,2\n";

        var run = await Tool.RunOnAsync(surveys, "policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("1 row could not be read").And.Contain("line 2: a quotation mark is opened and never closed (lines 2 to"));
    }
}
