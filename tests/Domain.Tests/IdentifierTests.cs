namespace CxoneAssist.Domain.Tests;

internal sealed class IdentifierTests
{
    // In code, not in attributes: metadata cannot hold a lone surrogate, nor every runner a name with a NUL.
    private static readonly string[] UnsafeIds = ["\0", "a\0", "a\r\n", "a\n", "\ud800", "a\udfff", "a\u0085b", "a\u202eb", "a\ufeff", "a\u007f"];

    [TestCase("a")]
    [TestCase("7")]
    [TestCase("agent-042")]
    [TestCase("8305c058-38a8-4ac8-a024-baa1f53d44df")]
    [TestCase("12345678901234567890")]
    [TestCase("a.._~:@+=-Z")]
    [TestCase("agent@example.com")]
    [TestCase("a..")]
    public void IsValid_LettersDigitsAndSafeMarks_IsAnId(string text) => Assert.That(Identifier.IsValid(text), Is.True);

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("..")]
    [TestCase(".a")]
    [TestCase("-a")]
    [TestCase("~a")]
    [TestCase("../x")]
    [TestCase("../workflows/tasks?x=")]
    [TestCase("a/../b")]
    [TestCase("a/b")]
    [TestCase(@"a\b")]
    [TestCase("%2e%2e")]
    [TestCase("a%2f")]
    [TestCase("a?b")]
    [TestCase("a#b")]
    [TestCase("a&b")]
    [TestCase("a;b")]
    [TestCase("a,b")]
    [TestCase("a b")]
    [TestCase("a ")]
    [TestCase("a<b")]
    [TestCase("a'b")]
    [TestCase("a\"b")]
    [TestCase("é")]
    [TestCase("aé")]
    [TestCase("aß")]
    [TestCase("a\u0660")]
    [TestCase("a\u212a")]
    [TestCase("a\uff0e")]
    public void IsValid_AnythingElse_IsNoId(string? text) => Assert.That(Identifier.IsValid(text), Is.False);

    [Test]
    public void IsValid_ControlCharactersAndBrokenText_IsNoId() => Assert.That(UnsafeIds.Where(Identifier.IsValid), Is.Empty);

    [TestCase(1, true)]
    [TestCase(127, true)]
    [TestCase(128, true)]
    [TestCase(129, false)]
    [TestCase(5_000, false)]
    public void IsValid_Length_IsBounded(int length, bool valid) => Assert.That(Identifier.IsValid(new string('a', length)), Is.EqualTo(valid));

    [Test]
    public void IsValid_EveryCharacter_IsJudgedAsTheContractWritesIt()
    {
        const string Marks = "._~:@+=-";
        var every = Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).ToList();

        var first = every.Where(char.IsAsciiLetterOrDigit);
        var other = every.Where(letter => char.IsAsciiLetterOrDigit(letter) || Marks.Contains(letter, StringComparison.Ordinal));

        Assert.That(every.Where(letter => Identifier.IsValid($"{letter}")), Is.EqualTo(first));
        Assert.That(every.Where(letter => Identifier.IsValid($"a{letter}")), Is.EqualTo(other));
    }
}
