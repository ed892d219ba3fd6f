using System.CommandLine;
using System.CommandLine.Invocation;
using CxoneAssist.Infrastructure;

namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>Writes the version as the host does: without the commit it was built from.</summary>
internal sealed class ShowVersion : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ProductVersion.Text);
        return ExitCode.Ok;
    }
}
