using static CxoneAssist.Host.Cli.Tests.Surveys.WorkbookFile;

namespace CxoneAssist.Host.Cli.Tests.Surveys;

internal sealed class WorkbookCellTests
{
    private static readonly string[] Header = [Text("responded_at"), Text("csat"), Text("note")];

    [TestCase("")]
    [TestCase("<v></v>")]
    [TestCase("<v/>")]
    public async Task Formulas_WithoutAValue_AreRefused(string value)
    {
        var run = await ReadAsync(
            Header, [Date("2026-03-02T08:00"), Formula(value)], [Date("2026-03-02T09:00"), Formula("<v>2</v>")], [Date("2026-03-02T09:00"), Formula(value)]);

        Assert.That((run.Code, run.Error()), Is.EqualTo((2,
            "s.xlsx, sheet 'Surveys': 2 cells of the column 'csat' with a formula that has no value, the first in row 2. "
            + "Open the file in Excel and save it: it then has the values.")));
    }

    [Test]
    public async Task Formulas_WithAValueOrInOtherColumns_AreRead()
    {
        var run = await ReadAsync(
            Header, [Date("2026-03-02T08:00"), Formula("<v>2</v>"), Formula()], [Date("2026-03-02T08:00"), "t=\"str\"" + Formula("<v></v>"), Formula()]);

        Assert.That((run.Code, run.Count("surveys"), run.Count("unanswered")), Is.EqualTo((0, 2, 1)), run.Output);
    }

    [TestCase("")]
    [TestCase("<f>1/0</f>")]
    public async Task Cells_WithAnErrorOfExcel_AreNoEmptyOnes(string formula)
    {
        var run = await ReadAsync(
            Header, [Date("2026-03-02T08:00"), Number(4)], [Date("2026-03-02T08:00"), $"t=\"e\">{formula}<v>#N/A</v>"]);

        Assert.That((run.Code, run.Error()), Is.EqualTo((2,
            "s.xlsx, sheet 'Surveys': 1 cell of the column 'csat' with an error such as #N/A, the first in row 3. Correct or empty them in Excel.")));
    }

    [Test]
    public async Task Dates_OfWhichExcelSwappedDayAndMonth_AreRefused()
    {
        var run = await ReadAsync(
            Header, [Date("2026-03-02T08:00"), Number(1)], [Text("13/02/2026 08:00"), Number(1)], [Date("2026-12-02T08:00"), Number(1)]);

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error(), Does.StartWith(
            "s.xlsx, column 'responded_at': 2 rows are Excel dates, all on days up to 12, and 1 row is text, with a number above 12, such as '13/02/2026 08:00'. "
            + "Excel took the day for the month when it opened the file"));
    }

    [TestCase("2026-03-14T08:00", "13/02/2026 08:00")]
    [TestCase("2026-03-02T08:00", "2026-03-14 08:00")]
    public async Task Dates_SomeOfWhichAreText_AreCounted(string date, string text)
    {
        var run = await ReadAsync(Header, [Date(date), Number(1)], [Date("2026-03-02T08:00"), Number(1)], [Text(text), Number(1)]);

        Assert.That(run.ReadAs(), Does.Contain("2 rows of 'responded_at' are Excel dates, 1 is text"));
        Assert.That(run.Count("surveys"), Is.EqualTo(3));
    }

    private static Task<Running.ToolRun> ReadAsync(params IEnumerable<string[]> rows) =>
        Reading.OfFileAsync("s.xlsx", Create(rows), "--json");
}
