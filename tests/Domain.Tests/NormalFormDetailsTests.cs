namespace CxoneAssist.Domain.Tests;

internal sealed class NormalFormDetailsTests
{
    [TestCase("plain")]
    [TestCase("caf\u00e9")]
    public void Compose_TextInNormalForm_IsTheSameObject(string text) =>
        Assert.That(NormalForm.Compose(text), Is.SameAs(text));

    [Test]
    public void Compose_HalfACharacter_StaysAsItIs()
    {
        // Not a test case: an attribute's texts are stored in UTF-8, which has no half characters.
        var text = new string(['\ud800', 'e', '\u0301']);

        Assert.That(NormalForm.Compose(text), Is.SameAs(text));
    }

    [Test]
    public void Compose_InputInNormalForm_IsTheSameObject()
    {
        var input = new PolicyInput(
            new CompletedInteraction("i-1", "a-1") { Skill = "caf\u00e9" }, DateTimeOffset.UnixEpoch, new PostInteractionForm([new("a", null)]));

        Assert.That(NormalForm.Compose(input), Is.SameAs(input));
    }

    [TestCase("vip", false)]
    [TestCase("vip \u2192 \u20ac", false)]
    [TestCase("\u6771\u4eac", false)]
    [TestCase("caf\u00e9", true)]
    [TestCase("cafe\u0301", true)]
    [TestCase("\ud55c", true)]
    [TestCase("\u0439", true)]
    public void MayBeAmbiguous_LettersWithAnotherWayOfWriting_Are(string text, bool expected) =>
        Assert.That(NormalForm.MayBeAmbiguous(text), Is.EqualTo(expected));
}
