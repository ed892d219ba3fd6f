using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Policies;

internal sealed class PolicyCommandTests
{
    private static readonly string Retail = Repository.At("samples", "policies", "retail.json");

    [Test]
    public async Task Lint_OfTheSamples_FindsNothing()
    {
        var samples = Directory.GetFiles(Repository.At("samples", "policies"), "*.json");

        var run = await Tool.RunAsync(["policy", "lint", .. samples]);

        Assert.That((run.Code, run.Output), Is.EqualTo((0, $"{samples.Length} files, 0 findings.\n")));
    }

    [Test]
    public async Task Lint_OfAFileThatIsRefused_NamesPlaceAndRemedyAsEditorsReadThem()
    {
        using var temp = new TempFolder();
        var file = temp.Write("p.json", Given.Default.Replace("\"1d\"", "\"soon\"", StringComparison.Ordinal));

        var run = await Tool.RunAsync("policy", "lint", file);

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Output, Does.StartWith(file + "(5,67): error format: $.tiers[0].due: ").And.EndWith("1 file, 1 finding.\n"));
    }

    [Test]
    public async Task Lint_WithAWarning_Exits1AndSaysWhichRule()
    {
        using var temp = new TempFolder();
        var file = temp.Write("p.json", Given.Default.Replace("\"below\": 4", "\"below\": 9", StringComparison.Ordinal));

        var run = await Tool.RunAsync("policy", "lint", file, Retail, "--json");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Json.GetProperty("findings").GetInt32(), Is.EqualTo(1));
        var finding = run.Json.GetProperty("files")[0].GetProperty("findings")[0];
        Assert.That(
            (finding.GetProperty("severity").GetString(), finding.GetProperty("line").GetInt32(), finding.GetProperty("path").GetString()),
            Is.EqualTo(("warning", 6, "$.tiers[1].below")));
        Assert.That(run.Json.GetProperty("files")[1].GetProperty("findings").GetArrayLength(), Is.Zero);
    }

    [TestCase("120bh", "format: $.tiers[0].due: '120bh' never ends within two years, which is the latest that a task may be due: the calendar opens "
        + "for 1 h a week, on 1 day. Write at most 104bh or elapsed time, or add opening hours.")]
    [TestCase("106bh", "due-too-late: $.tiers[0].due: Tier 'detractor' (106bh) can end later than a task may be due: counted from ")]
    [TestCase("104bh", null)]
    public async Task Lint_DueLaterThanATaskMayBe_IsAnErrorAndExits1(string due, string? error)
    {
        using var temp = new TempFolder();
        var file = temp.Write("p.json", Given.Default.Replace("\"1d\"", $"\"{due}\"", StringComparison.Ordinal).Replace(
            "\"tiers\"", "\"calendar\": { \"zone\": \"UTC\", \"hours\": { \"mon\": [\"09:00-10:00\"] } }, \"tiers\"", StringComparison.Ordinal));

        var run = await Tool.RunAsync("policy", "lint", file);

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Output, error is null ? Does.Not.Contain(": error ") : Does.Contain(": error " + error));
    }

    [Test]
    public async Task Explain_OfTheSpecificationsExample_TellsEachStep()
    {
        var run = await Tool.RunAsync(
            "policy", "explain", Retail, "--score", "2.5", "--at", "2026-12-23T16:40", "--response", "issue_resolved=no", "--customer", "c-1");

        Assert.That(run.Code, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.StartWith("Critical task, due 2026-12-24 11:40 (Europe/Berlin)\n")
            .And.Contain("Wednesday 2026-12-23: 1 h 20 min, to closing at 18:00.")
            .And.Contain("Override 'unresolved' applies: issue_resolved is 'no'. Its tiers count.")
            .And.Contain("Suppressed if a task was created for this customer within 14 days before, unless this score is worse."));
    }

    [TestCase("--score 2.5 --at 2026-12-23T16:40+01:00", """{"outcome":"task","priority":"High","due":"2026-12-28T""")]
    [TestCase("--score 4", """{"outcome":"noTask","priority":null,"due":null,""")]
    [TestCase("", """{"outcome":"noTask","priority":null,"due":null,""")]
    [TestCase("--score 3,5", """{"outcome":"review","priority":null,"due":null,""")]
    public async Task Explain_AsJson_BeginsWithTheOutcome(string options, string beginning)
    {
        var run = await Tool.RunAsync(["policy", "explain", Retail, "--json", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.That(run.Output, Does.StartWith(beginning));
        Assert.That(run.Json.GetProperty("reasons").GetArrayLength(), Is.GreaterThan(1));
    }

    [TestCase("--at tomorrow", "--at is not a time: 'tomorrow'. Write it like 2026-12-23T16:40")]
    [TestCase("--response issue", "--response takes FIELD=VALUE.")]
    public async Task Explain_WithAWrongOption_IsExplainedWithExitCode2(string options, string sentence)
    {
        var run = await Tool.RunAsync(["policy", "explain", Retail, .. options.Split(' ')]);

        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Errors, Does.StartWith(sentence));
    }

    [Test]
    public async Task Show_OfAPolicy_IsReadableAsTables()
    {
        using var temp = new TempFolder();

        var run = await Tool.RunAsync("policy", "show", temp.Write("p.json", Given.Stricter));

        Assert.That(run.Output, Does.Contain("""
              Score       Tier       Priority  Due after
              ──────────  ─────────  ────────  ─────────
              below 2     lost       Critical  2 hours
              below 3     detractor  High      2 days
              below 3.5   passive    Low       3 days
              all others             no task

            Override vip: where skill is 'vip'
            """.ReplaceLineEndings("\n")));
        Assert.That(run.Output, Does.Contain("Override solved: where issue_resolved is 'yes'").And.Match(@"\n  any +no task\n"));
        Assert.That(run.Output, Does.Not.Match(@" \n"));
    }

    [Test]
    public async Task Show_OfAPolicyWithACalendar_NamesHoursHolidaysAndWhatIsSpecial()
    {
        var run = await Tool.RunAsync("policy", "show", Retail);

        Assert.That(run.Output, Does.Match(@"Friday +09:00-15:00\n").And.Match(@"Sunday +closed\n")
            .And.Match(@"Thu 2026-12-24 +09:00-12:00\n +Fri 2026-12-25 +closed \(holiday\)\n").And.Contain("unless the score is worse"));
    }

    [Test]
    public async Task Show_OfOpeningHoursThroughTheNight_SaysThatTheyCloseOnTheNextDay()
    {
        using var temp = new TempFolder();
        var file = temp.Write("p.json", Given.Default.Replace(
            "\"tiers\"", "\"calendar\": { \"zone\": \"UTC\", \"hours\": { \"mon\": [\"18:00-09:00\"] } }, \"tiers\"", StringComparison.Ordinal));

        var run = await Tool.RunAsync("policy", "show", file);

        Assert.That(run.Output, Does.Match(@"Monday +18:00 to 09:00 on the next day\n"));
    }

    [Test]
    public async Task Show_AsJson_HoldsThePolicyInItsWrittenForm()
    {
        var run = await Tool.RunAsync("policy", "show", Retail, "--json");

        Assert.That(run.Json.GetProperty("policy").GetProperty("name").GetString(), Is.EqualTo(run.Json.GetProperty("name").GetString()));
    }

    [Test]
    public async Task Schema_EitherWay_IsTheOneInTheRepository()
    {
        var file = await File.ReadAllTextAsync(Repository.At("schemas", "follow-up-policy.schema.json"));

        Assert.That((await Tool.RunAsync("policy", "schema")).Output.Trim(), Is.EqualTo(file.ReplaceLineEndings("\n").Trim()));
        Assert.That((await Tool.RunAsync("policy", "schema", "--json")).Json.GetProperty("title").GetString(), Is.EqualTo("Follow-up policy"));
    }

    [Test]
    public async Task Backtest_OfEachSample_RunsOnTheSameSurveys([Values("default", "nps", "retail", "vip-languages")] string sample)
    {
        var policy = Repository.At("samples", "policies", sample + ".json");

        // The surveys are on a scale from 1 to 5: for another one the column has to be named.
        string[] map = sample is "nps" or "vip-languages" ? ["--map", "score=csat"] : [];
        var run = await Tool.RunOnAsync(Given.Surveys, ["policy", "backtest", policy, "--input", "-", .. map, "--json"]);

        Assert.That((run.Code, run.Json.GetProperty("surveys").GetInt32()), Is.EqualTo((0, 8)));
        Assert.That(run.Json.GetProperty("notFound").GetRawText(), Is.EqualTo(sample switch
        {
            "nps" => """["comment","customer"]""",
            "retail" => """["customer"]""",
            "vip-languages" => """["waiting","customer","language"]""",
            _ => "[]",
        }));
    }
}
