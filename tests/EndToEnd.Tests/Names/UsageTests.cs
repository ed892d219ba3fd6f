using CxoneAssist.Host.Web.Startup;

namespace CxoneAssist.EndToEnd.Tests.Names;

internal sealed class UsageTests
{
    [TestCase("/usr/share/dotnet/dotnet", "dotnet CxoneAssist.Host.Web.dll")]
    [TestCase(null, "dotnet CxoneAssist.Host.Web.dll")]
    [TestCase("/opt/cxone-assist-host-linux-x64", "cxone-assist-host-linux-x64")]
    public void Text_NamesTheProgram_ThatRunsTheHost(string? process, string command) =>
        Assert.That(Usage.Text(Usage.Command(process)), Does.Contain($"Usage: {command} [--SETTING=VALUE ...]"));
}
