using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Policies;
using CxoneAssist.Host.Cli.Sandbox.Surveys;

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

    [Test]
    public void Read_NoChannelColumn_LeavesTheChannelEmpty() =>
        Assert.That(Read("interaction_id,agent,csat\na,b,5\n").Single().Channel, Is.Empty);

    [TestCase("interaction_id,agent,points\na,b,5\n", "surveys.csv, line 1: no column overall_satisfaction or csat or score. The columns are: interaction_id, agent, points.")]
    [TestCase("", "surveys.csv is empty: it needs a header line with interaction_id, agent, overall_satisfaction or csat or score.")]
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

        var survey = SurveyFile.Read(
            new StringReader("interaction_id,agent,NPS,comment,customer_id,language\na,b,7,too slow,c-1,de\n"), "surveys.csv", policy).Single();

        Assert.That((survey.Score, survey.Customer, survey.Language, survey.Skill), Is.EqualTo(("7", "c-1", "de", default(string))));
        Assert.That(survey.OtherAnswers, Is.EqualTo(new Dictionary<string, string> { ["comment"] = "too slow" }));
    }

    [Test]
    public void Read_ScoreOnAnotherScaleThanThePolicys_IsRefused()
    {
        var policy = PolicyFiles.Read(Repository.At("samples", "policies", "nps.json"));

        Assert.That(
            () => SurveyFile.Read(new StringReader("interaction_id,agent,csat\na,b,5\n"), "surveys.csv", policy),
            Throws.TypeOf<CommandFailure>().With.Message.EqualTo(
                "surveys.csv, line 1: no column nps. The columns are: interaction_id, agent, csat. 'csat' is usually a scale from 1 to 5, "
                + "and the policy's is 0 to 10: it is not taken unasked."));
    }

    private static string Complaint(string text) => Assert.Throws<CommandFailure>(() => Read(text))!.Message;

    private static IReadOnlyList<Survey> Read(string text) => SurveyFile.Read(new StringReader(text), "surveys.csv", FollowUpPolicy.Default);
}
