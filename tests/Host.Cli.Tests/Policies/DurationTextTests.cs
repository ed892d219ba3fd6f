using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Policies;

namespace CxoneAssist.Host.Cli.Tests.Policies;

internal sealed class DurationTextTests
{
    [TestCase("1bh", "1 business hour")]
    [TestCase("4bh", "4 business hours")]
    [TestCase("2bd", "2 business days")]
    [TestCase("30m", "30 minutes")]
    public void Duration_InWords_IsWrittenInWords(string duration, string words)
    {
        Assert.That(FollowUpDuration.TryParse(duration, out var parsed), Is.True);
        Assert.That(DurationText.Describe(parsed), Is.EqualTo(words));
    }
}
