using CxoneAssist.Application;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Infrastructure.Tests.Settings;

internal sealed class LookUpDelayTests
{
    [TestCase("3s", 5)]
    [TestCase("20s", 20)]
    public void Delay_ThatIsNotSet_IsFiveSecondsOrTheCreateTimeoutIfThatIsLonger(string createTimeout, int seconds) =>
        Assert.That(
            DelayOf(("CxoneAssist:Cxone:CreateTimeout", createTimeout)), Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase("2s", 2)]
    [TestCase("5s", 5)]
    [TestCase("00:00:05", 5)]
    [TestCase("40s", 40)]
    public void Delay_ThatIsSet_StaysAsItIsWhateverTheCreateTimeout(string delay, int seconds) => Assert.That(
        DelayOf(("CxoneAssist:FollowUp:LookUpDelay", delay), ("CxoneAssist:Cxone:CreateTimeout", "20s")),
        Is.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase("99ms")]
    [TestCase("61m")]
    public void Delay_OutOfItsRange_IsRefused(string delay) => Assert.That(
        CheckedAtStart.Faults(("CxoneAssist:FollowUp:LookUpDelay", delay)).Single(),
        Is.EqualTo("CxoneAssist:FollowUp:LookUpDelay must be from 00:00:00.1000000 to 01:00:00."));

    private static TimeSpan? DelayOf(params (string Key, string? Value)[] settings)
    {
        using var services = new ServiceCollection().AddLogging()
            .AddCxoneAssist(CheckedAtStart.Configuration([.. settings, ("CxoneAssist:Inbox:Lease", "2m")])).Services
            .BuildServiceProvider();
        return services.GetRequiredService<FollowUpOptions>().LookUpDelay;
    }
}
