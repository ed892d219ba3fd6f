using System.Text;
using CxoneAssist.Domain.PolicyFile;
using CxoneAssist.Domain.PolicyFile.Repairs;

namespace CxoneAssist.Domain.Tests.PolicyFile;

/// <summary>The remedy repairs what was written, and is what the format takes.</summary>
internal sealed class RepairTests
{
    [TestCase("2 days", "2d")]
    [TestCase("2 Days", "2d")]
    [TestCase("1day", "1d")]
    [TestCase("8 H", "8h")]
    [TestCase("30 minutes", "30m")]
    [TestCase("2 weeks", "2w")]
    [TestCase("4 business hours", "4bh")]
    [TestCase("3 working days", "3bd")]
    [TestCase("3 business-days", "3bd")]
    [TestCase("4BH", "4bh")]
    [TestCase("1.5h", "90m")]
    [TestCase("1,5 hours", "90m")]
    [TestCase("0.5d", "12h")]
    [TestCase("1.5 weeks", "252h")]
    [TestCase("PT4H", "4h")]
    [TestCase("P2D", "2d")]
    [TestCase("P1M", null)]
    [TestCase("P1MT2H", null)]
    [TestCase("P1DT12H", "36h")]
    [TestCase("PT1H30M", "90m")]
    [TestCase("1h 30 min", "90m")]
    [TestCase("1w 2d", "9d")]
    [TestCase("2 hrs.", "2h")]
    [TestCase("14 Tage", "14d")]
    [TestCase("3 Arbeitstage", "3bd")]
    [TestCase("2 semaines", "2w")]
    [TestCase("3 dias", "3d")]
    [TestCase("3 Werktage", null)]
    [TestCase("3 jours ouvrés", null)]
    [TestCase("3 meses", null)]
    [TestCase("1h 2h", null)]
    [TestCase("1.5 business days", null)]
    [TestCase("4 business weeks", null)]
    [TestCase("soon", null)]
    [TestCase("2 dogs", null)]
    [TestCase("-1d", null)]
    public void Duration_InOtherWords_IsProposedInTheFormats(string written, string? proposed)
    {
        Assert.That(DurationRepair.Find(written), Is.EqualTo(proposed));
        Assert.That(proposed is null || FollowUpDuration.TryParse(proposed, out _), Is.True);
    }

    [TestCase("9:00-17:00", "09:00-17:00")]
    [TestCase("09:00 - 17:00", "09:00-17:00")]
    [TestCase("09:00\u201317:00", "09:00-17:00")]
    [TestCase("9-17", "09:00-17:00")]
    [TestCase("9.00-17.30", "09:00-17:30")]
    [TestCase("0900-1730", "09:00-17:30")]
    [TestCase("9am-5pm", "09:00-17:00")]
    [TestCase("9 AM to 5:30 PM", "09:00-17:30")]
    [TestCase("18-24:00", "18:00-24:00")]
    [TestCase("22-6", "22:00-06:00")]
    [TestCase("22:00 - 06:00", "22:00-06:00")]
    [TestCase("9am - 5am", "09:00-05:00")]
    [TestCase("9-5", null)]
    [TestCase("9:00 - 5:30", null)]
    [TestCase("9-5pm", null)]
    [TestCase("25:00-26:00", null)]
    [TestCase("09:00", null)]
    [TestCase("09:00-09:00", null)]
    [TestCase("all day", null)]
    public void Hours_InAnotherForm_AreProposedInTheFormats(string written, string? proposed) =>
        Assert.That(HoursRepair.Find(written), Is.EqualTo(proposed));

    [TestCase("Mon-Fri", "mon-fri")]
    [TestCase("MON", "mon")]
    [TestCase("Monday to Friday", "mon-fri")]
    [TestCase("mon\u2013thu", "mon-thu")]
    [TestCase("Tues & Thurs", "tue,thu")]
    [TestCase("Saturdays and Sundays", "sat,sun")]
    [TestCase("Sat;Sun", "sat,sun")]
    [TestCase("weekdays", "mon-fri")]
    [TestCase("Weekend", "sat,sun")]
    [TestCase("fri-mon", "fri-sun,mon")]
    [TestCase("sun-tue", "sun,mon-tue")]
    [TestCase("mon-mon", null)]
    [TestCase("mon,mon", null)]
    [TestCase("Montag", null)]
    [TestCase("Mo-Fr", null)]
    [TestCase("", null)]
    public void Days_InOtherWords_AreProposedInTheFormats(string written, string? proposed)
    {
        Assert.That(DaysRepair.Find(written), Is.EqualTo(proposed));
        Assert.That(proposed is null || Weekdays.Parse(proposed) is not null, Is.True);
    }

    [TestCase("2026-02-30", "There is no 30 February 2026: write the date that is meant.")]
    [TestCase("2026-04-31", "There is no 31 April 2026: write the date that is meant.")]
    [TestCase("30.02.2026", null)]
    [TestCase("2026-12-5", "Write \"2026-12-05\".")]
    [TestCase("25.12.2026", "Write \"2026-12-25\".")]
    [TestCase("2026/12/25", "Write \"2026-12-25\".")]
    [TestCase("25 Dec 2026", "Write \"2026-12-25\".")]
    [TestCase("December 25, 2026", "Write \"2026-12-25\".")]
    [TestCase("12/25/2026", "Write \"2026-12-25\".")]
    [TestCase("03/04/2026", "Write \"2026-04-03\" or \"2026-03-04\".")]
    [TestCase("2026-13-01", null)]
    [TestCase("Christmas", null)]
    public void Date_ThatIsNone_IsProposedAsOneOrBothThatItCanBe(string written, string? remedy) =>
        Assert.That(DateRepair.Find(written), Is.EqualTo(remedy));

    [TestCase("4", "4")]
    [TestCase(" 4 ", "4")]
    [TestCase("3,5", "3.5")]
    [TestCase("3.50", "3.5")]
    [TestCase("3,125", null)]
    [TestCase("four", null)]
    public void Number_InQuotes_IsProposedWithoutThem(string written, string? proposed) =>
        Assert.That(NumberRepair.Find(written), Is.EqualTo(proposed));

    [TestCase("Europe/Madird", "Europe/Madrid")]
    [TestCase("europe/berlin", "Europe/Berlin")]
    [TestCase("Berlin", "Europe/Berlin")]
    [TestCase("America/New York", "America/New_York")]
    [TestCase("New York", "America/New_York")]
    [TestCase("Mars/Olympus", null)]
    public void Zone_ThatIsMisspelt_IsProposed(string written, string? proposed) =>
        Assert.That(ZoneRepair.Find(written), Is.EqualTo(proposed));

    [TestCase("\"below\": 3,5, \"x\": 1", "'3,5' has a decimal comma, and JSON has a point. Write 3.5.")]
    [TestCase("\"below\": -13,25 }", "'-13,25' has a decimal comma, and JSON has a point. Write -13.25.")]
    [TestCase("\u201Cbelow\u201D: 3", "\u201C is not a quotation mark of JSON. Write \"below\" with straight double quotes.")]
    [TestCase("\"name\": \u201Evip\u201C", "\u201E is not a quotation mark of JSON. Write \"vip\" with straight double quotes.")]
    [TestCase("'name': 1", "' is not a quotation mark of JSON. Write \"name\" with straight double quotes.")]
    [TestCase("\"name\":\u00A01", "This is a no-break space or another space that JSON does not have. Replace it by an ordinary one.")]
    [TestCase("\"name\": \"vip\u201D,\n\"x\": 1", "The text in this line is closed with \u201D, which is not a quotation mark of JSON. Write \" in its place.")]
    [TestCase("\"present\": True", "JSON writes this word in small letters. Write true.")]
    [TestCase("\"x\": FALSE }", "JSON writes this word in small letters. Write false.")]
    [TestCase("\"x\": None }", "JSON has another word for no value. Write null.")]
    [TestCase("\"x\": 1, # the notice", "A comment does not begin with #. Write // in its place.")]
    [TestCase("# the notice\n \"x\": 1", "A comment does not begin with #. Write // in its place.")]
    [TestCase("-- the notice\n \"x\": 1", "A comment does not begin with --. Write // in its place.")]
    [TestCase("name: 1", "A name or a text has no quotation marks. Write \"name\".")]
    [TestCase("\"name\": retail-2026, \"x\": 1", "A name or a text has no quotation marks. Write \"retail-2026\".")]
    [TestCase("\"due\": 5h }", "A name or a text has no quotation marks. Write \"5h\".")]
    [TestCase("\"x\": nope }", "A name or a text has no quotation marks. Write \"nope\".")]
    [TestCase("\"name\": the shop }", "A name or a text has no quotation marks. Write \" before it and after it.")]
    [TestCase("\"x\": 05 }", "This is not JSON: '5' cannot stand here. Look here and just before for a missing or spare comma, quote or bracket.")]
    [TestCase("\"x\": 1\n \"y\": 2", "A comma is missing before this. Write , at the end of the value before it.")]
    [TestCase("\"x\": [\"a\" \"b\"]", "A comma is missing before this. Write , at the end of the value before it.")]
    [TestCase("\"x\": [{} {}]", "A comma is missing before this. Write , at the end of the value before it.")]
    [TestCase("\"x\": [1 2]", "A comma is missing before this. Write , at the end of the value before it.")]
    [TestCase("\"x\": true // why, \"not\"\n \"y\": 2", "A comma is missing before this. Write , at the end of the value before it.")]
    [TestCase("\"x\": \"a\\\" b\" /* why, not */ \"y\": 2", "A comma is missing before this. Write , at the end of the value before it.")]
    [TestCase("\"x\" 1", "A colon is missing between a name and its value. Write : before this.")]
    [TestCase("\"x\" \"y\"", "A colon is missing between a name and its value. Write : before this.")]
    [TestCase("\"x\" = 1", "JSON writes a colon between a name and its value. Write : in place of =.")]
    [TestCase("\"x\": 1; \"y\": 2", "JSON writes a comma between two values. Write , in place of ;.")]
    public void Syntax_ThatIsNotJson_SaysWhatToWrite(string line, string message)
    {
        var problem = FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes($"{{\n  {line} }}")).Problems.Single();

        Assert.That(problem.Message, Is.EqualTo(message));
    }
}
