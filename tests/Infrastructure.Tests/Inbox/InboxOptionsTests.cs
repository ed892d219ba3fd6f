using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Settings;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

[TestFixture]
public sealed class InboxOptionsTests
{
    private static readonly TestCaseData[] OutOfRange =
    [
        new(new InboxOptions { Lease = TimeSpan.FromMilliseconds(999) }, "CxoneAssist:Inbox:Lease"),
        new(new InboxOptions { Lease = TimeSpan.FromHours(2) }, "CxoneAssist:Inbox:Lease"),
        new(new InboxOptions { MaxBatch = 0 }, "CxoneAssist:Inbox:MaxBatch"),
        new(new InboxOptions { QueueCapacity = 0 }, "CxoneAssist:Inbox:QueueCapacity"),
        new(new InboxOptions { PrefetchCount = 1 }, "CxoneAssist:Inbox:PrefetchCount"),
        new(new InboxOptions { PollInterval = TimeSpan.Zero }, "CxoneAssist:Inbox:PollInterval"),
        new(new InboxOptions { Retention = TimeSpan.FromHours(23) }, "CxoneAssist:Inbox:Retention"),
        new(new InboxOptions { Retention = TimeSpan.FromDays(3661) }, "CxoneAssist:Inbox:Retention"),
    ];

    [TestCaseSource(nameof(OutOfRange))]
    public void Validate_OutOfRange_NamesTheKey(InboxOptions options, string key) =>
        Assert.That(new SettingRanges<InboxOptions>(InboxOptions.Section).Validate(null, options).Failures, Has.One.StartsWith(key + " "));

    [Test]
    public void Validate_Defaults_Pass() => Assert.That(new SettingRanges<InboxOptions>(InboxOptions.Section).Validate(null, new InboxOptions()).Succeeded);
}
