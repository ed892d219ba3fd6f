using CxoneAssist.Domain;
using CxoneAssist.Host.Sandbox.Report;

namespace CxoneAssist.Host.Sandbox.Tests.Report;

internal sealed class WordsTests
{
    [TestCase("1bh", "1 business hour")]
    [TestCase("4bh", "4 business hours")]
    [TestCase("2bd", "2 business days")]
    [TestCase("30m", "30 minutes")]
    public void Duration_InWords_IsWrittenInWords(string duration, string words)
    {
        Assert.That(FollowUpDuration.TryParse(duration, out var parsed), Is.True);
        Assert.That(Words.Of(parsed), Is.EqualTo(words));
    }
}
