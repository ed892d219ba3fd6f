using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.CommandLine;

internal sealed class VersionTests
{
    [Test]
    public async Task Version_IsShown_WithoutTheCommitAsTheHostDoes()
    {
        var run = await Tool.RunAsync("--version");

        Assert.That((run.Code, run.Errors), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Match(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?\n$"));
    }
}
