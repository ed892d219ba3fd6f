using System.Text;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Policies;
using CxoneAssist.Host.Cli.Sandbox.Surveys;
using CxoneAssist.Host.Cli.Surveys.Encodings;
using CxoneAssist.Host.Cli.Surveys.Tables;
using CxoneAssist.Host.Cli.Tests.Running;
using CxoneAssist.Host.Cli.Tests.Surveys;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Surveys;

internal sealed class SurveyFileTests
{
    [Test]
    public void Read_ColumnsInAnyOrderAmongOthers_AreFoundByTheirHeadings()
    {
        var surveys = Read("csat,remarks, Agent ,Channel,interaction_id\n2,\"slow,\nand \"\"rude\"\"\",Richard Buchanan,Inbound,a-1\n,,agent-7,,a-2\n");

        Assert.That(surveys, Is.EqualTo(new[]
        {
            new Survey("a-1", "richard-buchanan", "2", "Inbound"),
            new Survey("a-2", "agent-7", "", ""),
        }));
    }

    [TestCase("Interaction ID;Agent Name;CSAT\na-1;Richard Buchanan;2,5\n", "2.5")]
    [TestCase("sep=;\ninteractionId;Agent;Score\na-1;Richard Buchanan;2,5\n", "2.5")]
    [TestCase("interaction\tagent_name\tOverall Satisfaction\na-1\tRichard Buchanan\t2\n\n", "2")]
    [TestCase("interaction,agent,csat\na-1,Richard Buchanan,\"2,500\"\n,,\n", "2,500")]
    public void Read_FileThatABacktestReads_IsPlayed(string text, string score) => Assert.That(
        Read(text), Is.EqualTo(new[] { new Survey("a-1", "richard-buchanan", score, "") }));

    [Test]
    public void Read_Workbook_IsPlayedFromTheSheetWithTheSurveys()
    {
        var surveys = SurveyFile.Read(Export("excel-workbook.xlsx"), FollowUpPolicy.Default);

        Assert.That(surveys, Has.Count.EqualTo(4));
        Assert.That(surveys[0].AgentId, Is.EqualTo("Ann"));
    }

    [Test]
    public void Read_WorkbookWithFormulasWithoutValues_IsRefusedAsByABacktest()
    {
        using var temp = new TempFolder();
        var file = temp.At("s.xlsx");
        File.WriteAllBytes(file, WorkbookFile.Create(
            [
                WorkbookFile.Text("interaction_id"), WorkbookFile.Text("agent"), WorkbookFile.Text("responded_at"), WorkbookFile.Text("overall_satisfaction"),
            ],
            [WorkbookFile.Text("i-1"), WorkbookFile.Text("Ann"), WorkbookFile.Date("2026-03-02T08:00"), WorkbookFile.Formula()]));

        Assert.That(
            () => SurveyFile.Read(file, FollowUpPolicy.Default),
            Throws.TypeOf<CommandFailure>().With.Message.Contains("1 cell of the column 'overall_satisfaction' with a formula that has no value"));
    }

    [Test]
    public void Read_FileOfAnotherFormat_IsRefusedByItsFormat()
    {
        using var temp = new TempFolder();
        var json = temp.Write("surveys.json", """[{ "interaction_id": "a", "agent": "b", "csat": 1 }]""");
        var old = temp.Write("surveys.xls", "<html>");

        Assert.That(() => SurveyFile.Read(json, FollowUpPolicy.Default), Throws.TypeOf<CommandFailure>().With.Message.EqualTo(
            "surveys.json is JSON. The sandbox plays CSV with a header line and Excel workbooks (.xlsx): save it as one of these."));
        Assert.That(() => SurveyFile.Read(old, FollowUpPolicy.Default), Throws.TypeOf<CommandFailure>().With.Message.Contains("save it as .xlsx or as CSV"));
    }

    [Test]
    public void Read_NoChannelColumn_LeavesTheChannelEmpty() =>
        Assert.That(Read("interaction_id,agent,csat\na,b,5\n").Single().Channel, Is.Empty);

    [TestCase("interaction_id,agent,points\na,b,5\n", "surveys.csv, line 1: no column overall_satisfaction or csat or score. The columns are: interaction_id, agent, points.")]
    [TestCase("", "surveys.csv is empty: it needs a header line that names its columns.")]
    [TestCase("interaction_id,agent,csat\n", "surveys.csv holds no survey.")]
    public void Read_NothingToPlay_SaysWhatIsNeeded(string text, string message) => Assert.That(Complaint(text), Is.EqualTo(message));

    [TestCase("../x,b,5", "line 3: interaction_id is not a valid id")]
    [TestCase(",b,5", "line 3: interaction_id is not a valid id")]
    [TestCase("x, ,5", "line 3: agent is empty")]
    [TestCase("x,b", "line 3: the row ends before its csat")]
    [TestCase("ok,b,1", "line 3: the same interaction_id as line 2")]
    [TestCase("x,b\"c,5", "line 3: a quotation mark is out of place")]
    public void Read_BadRow_NamesItsLine(string row, string complaint) =>
        Assert.That(Complaint($"interaction_id,agent,csat\nok,b,5\n{row}\n"), Does.StartWith("surveys.csv has rows that cannot be played:").And.Contain(complaint));

    [Test]
    public void Read_ManyBadRows_NamesTheFirstAndCountsTheRest()
    {
        var complaint = Complaint("interaction_id,agent,csat\n" + string.Concat(Enumerable.Repeat("?,b,5\n", 8)));

        Assert.That(complaint, Does.Contain("line 6:").And.Not.Contain("line 7:").And.EndWith("… and 3 more"));
    }

    [Test]
    public void Read_NoSuchFile_SaysSo() => Assert.That(
        () => SurveyFile.Read("no-such-folder/surveys.csv", FollowUpPolicy.Default),
        Throws.TypeOf<CommandFailure>().With.Message.EqualTo("There is no file no-such-folder/surveys.csv.").And.Property(nameof(CommandFailure.Code)).EqualTo(2));

    [Test]
    public void Read_ForAPolicy_TakesItsFieldAndWhatItAsksFor()
    {
        var policy = PolicyFiles.Read(Repository.At("samples", "policies", "nps.json"));

        var survey = Read("interaction_id,agent,NPS,comment,customer_id,language\na,b,7,too slow,c-1,de\n", policy).Single();

        Assert.That((survey.Score, survey.Customer, survey.Language, survey.Skill), Is.EqualTo(("7", "c-1", "de", default(string))));
        Assert.That(survey.OtherAnswers, Is.EqualTo(new Dictionary<string, string> { ["comment"] = "too slow" }));
    }

    [Test]
    public void Read_ScoreOnAnotherScaleThanThePolicys_IsRefused()
    {
        var policy = PolicyFiles.Read(Repository.At("samples", "policies", "nps.json"));

        Assert.That(
            () => Read("interaction_id,agent,csat\na,b,5\n", policy),
            Throws.TypeOf<CommandFailure>().With.Message.EqualTo(
                "surveys.csv, line 1: no column nps. The columns are: interaction_id, agent, csat. 'csat' is usually a scale from 1 to 5, "
                + "and the policy's is 0 to 10: it is not taken unasked."));
    }

    private static string Export(string name) => Repository.At("tests", "Host.Cli.Tests", "Surveys", "Exports", name);

    private static string Complaint(string text) => Assert.Throws<CommandFailure>(() => Read(text))!.Message;

    private static IReadOnlyList<Survey> Read(string text) => Read(text, FollowUpPolicy.Default);

    private static IReadOnlyList<Survey> Read(string text, FollowUpPolicy policy)
    {
        using var table = new CsvTable(new DecodedText(new MemoryStream(Encoding.UTF8.GetBytes(text))), "surveys.csv", delimiter: null);
        return SurveyFile.Read(table, policy);
    }
}
