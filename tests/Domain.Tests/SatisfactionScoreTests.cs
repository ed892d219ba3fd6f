namespace CxoneAssist.Domain.Tests;

internal sealed class SatisfactionScoreTests
{
    private static readonly ScoreQuestion Question = new("csat", 1, 5);

    // In code, not in attributes: metadata cannot hold a lone surrogate, nor every runner a name with a NUL.
    private static readonly (string Text, string Shown)[] UnsafeTexts =
    [
        ("3\0", "3\ufffd"),
        ("good\r\nError: forged", "good\ufffd\ufffdError: forged"),
        ("\ud83d", "\ufffd"),
        ("\ude00 so so", "\ufffd so so"),
        (new string('x', 39) + "\U0001f600 and more", new string('x', 39) + "\U0001f600…"),
    ];

    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("-Infinity")]
    [TestCase("∞")]
    [TestCase("1e400")]
    [TestCase("3e99999999999999999")]
    [TestCase("3,5")]
    [TestCase("1,000")]
    [TestCase("2.5abc")]
    [TestCase("2 5")]
    [TestCase("- 3")]
    [TestCase("(3)")]
    [TestCase("$3")]
    [TestCase("0x3")]
    [TestCase("3e")]
    [TestCase(".")]
    [TestCase("٣")]
    [TestCase("３")]
    [TestCase("−3")]
    [TestCase("poor")]
    [TestCase("2.9999999999999999999999999999")]
    [TestCase("00000000000000000000000000003")]
    public void Read_TextThatIsNoNumber_IsInvalidAndQuoted(string text) =>
        Assert.That(Read(text), Is.EqualTo(new SatisfactionScore.Invalid($"csat is not a number: '{text}'")));

    [TestCase("-1", "-1")]
    [TestCase("0", "0")]
    [TestCase("0.999", "0.999")]
    [TestCase("0.9999999999999999999999999", "0.9999999999999999999999999")]
    [TestCase("5.001", "5.001")]
    [TestCase("5.00000000000000000000000001", "5.00000000000000000000000001")]
    [TestCase("11", "11")]
    [TestCase("1e3", "1000")]
    [TestCase("9999999999999999999999999999", "9999999999999999999999999999")]
    [TestCase("-1e28", "-10000000000000000000000000000")]
    public void Read_NumberOutsideTheScale_IsInvalidAndShown(string text, string shown) =>
        Assert.That(Read(text), Is.EqualTo(new SatisfactionScore.Invalid($"csat is {shown}, outside the scale 1 to 5")));

    [Test]
    public void Read_TextThatWouldBreakASentence_IsQuotedHarmlessly() => Assert.That(
        UnsafeTexts.Select(sample => Read(sample.Text)),
        Is.EqualTo(UnsafeTexts.Select(sample => new SatisfactionScore.Invalid($"csat is not a number: '{sample.Shown}'"))));

    [TestCase(40, 40, "")]
    [TestCase(41, 40, "…")]
    [TestCase(100_000, 40, "…")]
    public void Read_LongText_IsShortened(int length, int shown, string end) => Assert.That(
        Read(new string('x', length)),
        Is.EqualTo(new SatisfactionScore.Invalid($"csat is not a number: '{new string('x', shown)}{end}'")));

    [TestCase("0", 0)]
    [TestCase("10", 10)]
    [TestCase("6.0", 6)]
    public void Read_OtherScale_TakesBothItsEnds(string text, int value) => Assert.That(
        new ScoreQuestion("nps", 0, 10).Read(new PostInteractionForm([new FormResponse("nps", text)])),
        Is.EqualTo(new SatisfactionScore.Answered(value, "nps")));

    private static SatisfactionScore Read(string text) => Question.Read(new PostInteractionForm([new FormResponse("csat", text)]));
}
