using CxoneAssist.Host.Cli.CommandLine;
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

    [TestCase("interaction_id,agent,score\na,b,5\n", "surveys.csv, line 1: no column csat. The columns are: interaction_id, agent, score.")]
    [TestCase("", "surveys.csv is empty: it needs a header line with interaction_id, agent, csat.")]
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
        () => SurveyFile.Read("no-such-folder/surveys.csv"),
        Throws.TypeOf<CommandFailure>().With.Message.EqualTo("There is no file no-such-folder/surveys.csv.").And.Property(nameof(CommandFailure.Code)).EqualTo(2));

    private static string Complaint(string text) => Assert.Throws<CommandFailure>(() => Read(text))!.Message;

    private static IReadOnlyList<Survey> Read(string text) => SurveyFile.Read(new StringReader(text), "surveys.csv");
}
