using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Sandbox.Service;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Service;

internal sealed class ServiceProgramTests
{
    [TestCase("/usr/share/dotnet/dotnet")]
    [TestCase("/programs/dotnet.exe")]
    public void Tool_RunByDotnet_IsStartedByItsAssembly(string process)
    {
        var program = ServiceProgram.Tool(process);

        Assert.That(program.File, Is.EqualTo(process));
        Assert.That(program.Arguments, Is.EqualTo([Path.Combine(AppContext.BaseDirectory, "CxoneAssist.Host.Cli.dll"), "serve"]));
        Assert.That(program.Arguments[0], Does.Exist);
    }

    [TestCase("/home/ann/cxone-assist-linux-x64")]
    [TestCase("/home/ann/.dotnet/tools/cxone-assist")]
    public void Tool_WithAProgramOfItsOwn_StartsThatWithoutDotnet(string process)
    {
        var program = ServiceProgram.Tool(process);

        Assert.That(program.File, Is.EqualTo(process));
        Assert.That(program.Arguments, Is.EqualTo(["serve"]));
    }

    [TestCase("cxone-assist", false)]
    [TestCase("dotnet", true)]
    public void Start_ProgramThatIsNotThere_FailsWithTheRemedy(string name, bool needsDotnet)
    {
        using var temp = new TempFolder();
        var program = new ServiceProgram("host.dll", temp.At(name));

        var failure = Assert.Throws<CommandFailure>(() =>
            ServiceProcess.Start(program, new Dictionary<string, string>(), temp.At("."), TimeProvider.System));

        Assert.That(failure.Message, Does.StartWith("host.dll cannot be started: ").And.Contain(name));
        Assert.That(failure.Message.EndsWith("dotnet on the path.", StringComparison.Ordinal), Is.EqualTo(needsDotnet));
    }
}
