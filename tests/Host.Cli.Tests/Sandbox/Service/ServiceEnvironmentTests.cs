using System.Diagnostics;
using CxoneAssist.Host.Cli.Sandbox.Service;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Service;

internal sealed class ServiceEnvironmentTests
{
    [TestCase("CXONE_CLIENT_SECRET")]
    [TestCase("CxoneAssist__Cxone__Org")]
    [TestCase("cxoneassist__Webhook__AllowUnsigned")]
    [TestCase("ConnectionStrings__Inbox")]
    [TestCase("PORT")]
    [TestCase("ASPNETCORE_ENVIRONMENT")]
    public void Apply_SettingOfTheCaller_DoesNotReachTheHost(string name)
    {
        var start = new ProcessStartInfo("dotnet") { Environment = { [name] = "of a real tenant" } };

        ServiceEnvironment.Apply(start, new Dictionary<string, string>());

        Assert.That(start.Environment.ContainsKey(name), Is.False);
    }

    [Test]
    public void Apply_OwnSettings_ReachTheHostBesideWhatIsNoSetting()
    {
        var start = new ProcessStartInfo("dotnet") { Environment = { ["DOTNET_ROOT"] = "/opt/dotnet", ["CXONE_ORG"] = "theirs" } };

        ServiceEnvironment.Apply(start, new Dictionary<string, string> { ["CXONE_ORG"] = "ours" });

        Assert.That((start.Environment["DOTNET_ROOT"], start.Environment["CXONE_ORG"]), Is.EqualTo(("/opt/dotnet", "ours")));
    }
}
