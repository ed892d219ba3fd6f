using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CxoneAssist.Host.Sandbox.CommandLine;

internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Examples = """
        Examples:
          dotnet run --project src/Host.Sandbox
          dotnet run --project src/Host.Sandbox -- --surveys surveys.csv
          dotnet run --project src/Host.Sandbox -- --interactions 10000 --faults harsh
          dotnet run --project src/Host.Sandbox -- --stay
          dotnet run --project src/Host.Sandbox -- cxone --port 9000 --latency 200ms

        Exit codes: 0 everything is as the policy says, 1 it is not or the run failed,
                    2 wrong options, 130 stopped by Ctrl-C.
        """;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Examples);
        return code;
    }
}
