using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Tests.Console;

internal sealed class TextTableTests
{
    [Test]
    public void Cell_ThatIsVeryLong_IsFoldedAndLeavesTheOthersTheirRoom()
    {
        var id = string.Concat(Enumerable.Range(0, 128).Select(number => (char)('a' + (number % 26))));

        var shown = Show(new TextTable().Text("Interaction").Text("State").Text("Received (UTC)").Sentence("Task").Sentence("Reason"), sheet =>
        {
            sheet.Row(id, "parked", "2026-11-24 09:00:00", "High", "CXone forbids reading the form.");
            sheet.Row("short", "received", "2026-11-24 09:00:01", "", "");
        });

        Assert.That(shown, Does.Contain("parked").And.Contain("2026-11-24 09:00:01").And.Contain("forbids").And.Not.Contain("…"));
        Assert.That(string.Concat(shown.Split('\n').Select(line => line.Length > 42 ? line[2..42] : line.Trim())), Does.Contain(id[..40]));
        Assert.That(string.Concat(shown.Where(letter => letter is >= 'a' and <= 'z')).Contains(id[120..], StringComparison.Ordinal), Is.True);
    }

    [Test]
    public void Headings_ThatAreVeryLong_LeaveTheNumbersTheirRoom()
    {
        var shown = Show(new TextTable().Text("Outcome").Number(new string('a', 64)).Number("Share").Number(new string('b', 64)).Number("Change"), sheet =>
            sheet.Row("Critical", "1,234,567", "12.5 %", "7,654,321", "+1"));

        Assert.That(shown, Does.Contain("1,234,567").And.Contain("12.5 %").And.Contain("7,654,321").And.Contain("+1").And.Not.Contain("…"));
        Assert.That(shown.Count(letter => letter == 'b'), Is.EqualTo(64));
    }

    [Test]
    public void Letters_OfTwoColumnsAndOfTwoHalves_AreFoldedBetweenLetters()
    {
        Assert.That(Wrap.Lines("顧客顧客", 5), Is.EqualTo(["顧客", "顧客"]));
        Assert.That(Wrap.Lines("😀😀😀", 5), Is.EqualTo(["😀😀", "😀"]));
        Assert.That(Wrap.Lines("", 5), Is.EqualTo([""]));
    }

    [TestCase("a\u202Eb\u2066c\u2069")]
    [TestCase("a\u200Eb\u200Fc\u061C")]
    [TestCase("a\u001Bb\u2028c\n")]
    public void Text_FromOutside_NeitherMovesNorTurnsWhatIsShown(string text) => Assert.That(
        SafeText.Clean(text).Replace("\uFFFD", "", StringComparison.Ordinal), Is.EqualTo("abc"));

    private static string Show(TextTable sheet, Action<TextTable> fill)
    {
        using var output = new StringWriter();
        fill(sheet);
        sheet.Show(new Terminal(output, plain: true));
        return output.ToString().ReplaceLineEndings("\n");
    }
}
