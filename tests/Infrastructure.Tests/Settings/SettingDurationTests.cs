using CxoneAssist.Infrastructure.Settings;

namespace CxoneAssist.Infrastructure.Tests.Settings;

internal sealed class SettingDurationTests
{
    [TestCase("00:01:00", "00:01:00")]
    [TestCase("23:59:59", "23:59:59")]
    [TestCase("1.00:00:00", "1.00:00:00")]
    [TestCase("90.00:00:00", "90.00:00:00")]
    [TestCase("00:00:00.050", "00:00:00.0500000")]
    [TestCase(" 60s ", "00:01:00")]
    [TestCase("250ms", "00:00:00.2500000")]
    [TestCase("5m", "00:05:00")]
    [TestCase("24h", "1.00:00:00")]
    [TestCase("90d", "90.00:00:00")]
    [TestCase("2w", "14.00:00:00")]
    [TestCase("0s", "00:00:00")]
    public void TryParse_OfADurationWithItsUnit_ReadsIt(string text, string expected)
    {
        var read = SettingDuration.TryParse(text, out var time);

        Assert.That((read, time.ToString("c")), Is.EqualTo((true, expected)));
    }

    [TestCase("90", "has no unit")]
    [TestCase("1.5", "has no unit")]
    [TestCase("24:00:00", "write 1d for hours")]
    [TestCase("36:00:00", "write 36h for hours")]
    [TestCase("05:00", "hours or minutes")]
    [TestCase("1:05", "hours or minutes")]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("-1d")]
    [TestCase("-00:01:00")]
    [TestCase("+5s")]
    [TestCase("1.5h")]
    [TestCase("90 d")]
    [TestCase("90D")]
    [TestCase("1d12h")]
    [TestCase("PT5M")]
    [TestCase("five seconds")]
    [TestCase("00:60:00")]
    [TestCase("1.24:00:00")]
    [TestCase("1:00:00:00")]
    [TestCase("00:01:00.12345678")]
    [TestCase("٩٠d")]
    [TestCase("99999999999999w")]
    [TestCase("10675200.00:00:00")]
    [TestCase("60s\n60s")]
    public void TryParse_OfAnythingElse_RefusesItAndSaysWhatToWrite(string text, string why = "is not a duration")
    {
        var fault = SettingDuration.Fault("CxoneAssist:Inbox:Lease", text);

        Assert.That(SettingDuration.TryParse(text, out _), Is.False);
        Assert.That(fault, Does.StartWith("CxoneAssist:Inbox:Lease ").And.Contain(why));
        Assert.That(fault, Does.EndWith("; write 90d, 4h or 90.00:00:00."));
    }
}
