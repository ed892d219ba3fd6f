namespace CxoneAssist.Host.Cli.Tests.Surveys;

internal sealed class DateOptionTests
{
    [Test]
    public async Task Format_ThatIsSaid_CountsAlone()
    {
        var run = await Reading.OfTextAsync(
            "responded_at,csat\n03/04/2026 08:15,1\n13/04/2026 08:15,1\n2026-03-05T08:00Z,1\n1772600000,1\n14.04.2026 08:15,1\n",
            "--dates", "MM/dd/yyyy HH:mm");

        Assert.That((run.Code, run.Days()), Is.EqualTo((1, "2026-03-04 2026-03-05")));
        Assert.That(run.Refused(), Does.StartWith("3 completed: the format does not fit '13/04/2026 08:15'")
            .And.Contain("5 completed: the format does not fit '1772600000'").And.Contain("6 completed: the format does not fit '14.04.2026 08:15'"));
        Assert.That(run.ReadAs(), Does.Contain("times like '03/04/2026 08:15' in the format 'MM/dd/yyyy HH:mm', as --dates says"));
    }

    [TestCase("dmy", "2026-04-03")]
    [TestCase("mdy", "2026-03-04")]
    public async Task Order_ThatIsSaid_CountsForEverySeparator(string dates, string day)
    {
        var run = await Reading.OfTextAsync("responded_at,csat\n03.04.2026 08:15,1\n03/04/2026 08:15,1\n03-04-2026 08:15,1\n", "--dates", dates);

        Assert.That(run.Days(), Is.EqualTo(day));
        Assert.That(run.ReadAs(), Does.Contain($"with the {(dates == "dmy" ? "day" : "month")} first, as --dates says"));
    }

    [TestCase("03/14/2026 8:15 p. m.")]
    [TestCase("14/03/2026 8:15:09 a. m.")]
    public async Task Format_ThatWouldReadAnotherHour_IsNotProposed(string time)
    {
        var run = await Reading.OfTextAsync($"responded_at,csat\n\"{time}\",1\n\"{time}\",2\n", "--dates", "yyyy-MM-dd");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("Write --dates in .NET's letters").And.Not.Contain("'p'"));
    }

    [TestCase("01/03/2026 16:51", "Write --dates 'dd/MM/yyyy HH:mm' for the day first, or --dates 'MM/dd/yyyy HH:mm' for the month first.")]
    [TestCase("3/14/2026 4:51:07 PM", "Write --dates 'M/d/yyyy h:mm:ss tt'.")]
    [TestCase("2026/03/01 16:51:07.250", "Write --dates 'yyyy/MM/dd HH:mm:ss.fff'.")]
    [TestCase("2026-03-01 16:51", "Write --dates 'yyyy-MM-dd HH:mm'.")]
    [TestCase("14.03.26, 16:51", "Write --dates 'dd.MM.yy, HH:mm'.")]
    public async Task Format_ThatFitsNoRow_IsRefusedWithOneThatDoes(string time, string remedy)
    {
        var surveys = $"responded_at,csat\n\"{time}\",1\n\"{time}\",2\n";

        var run = await Reading.OfTextAsync(surveys, "--dates", "yyyy-MM-dd");
        var proposed = remedy.Split('\'')[1];
        var again = await Reading.OfTextAsync(surveys, "--dates", proposed);

        Assert.That((run.Code, run.Error()), Is.EqualTo((2,
            $"standard input, line 2: the format does not fit '{time}', nor any other time of the first 2 rows. {remedy}")));
        Assert.That((again.Code, again.Count("surveys")), Is.EqualTo((0, 2)));
    }

    [Test]
    public async Task Date_WithoutATimeOfDay_IsRefusedWithTheFormatOfItsOwn()
    {
        var run = await Reading.OfTextAsync("responded_at,csat\n13/04/2026 08:15,1\n15.03.2026,1\n");

        Assert.That(run.Refused(), Does.Contain("3 completed has no time of day: '15.03.2026'; add it. Where no row has one, --dates dd.MM.yyyy takes its midnight"));
    }

    [Test]
    public async Task Dates_OfBothOrders_AreToBeSplit()
    {
        const string surveys = "responded_at,csat\n13/04/2026 08:15,1\n04/13/2026 08:15,1\n03/04/2026 08:15,1\n";

        var (run, said) = (await Reading.OfTextAsync(surveys), await Reading.OfTextAsync(surveys, "--dates", "dmy"));

        Assert.That(run.Error(), Does.Contain("Split the file into one of each order, and read each with its --dates: "
            + "where both numbers are 12 or less, nothing shows which is the day."));
        Assert.That(said.Refused(), Does.Contain("3 completed is not a time: '04/13/2026 08:15' with the day first; with the month first it is. "
            + "Split a file with both orders: where both numbers are 12 or less, nothing shows which is the day"));
    }
}
