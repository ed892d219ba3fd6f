using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CxoneAssist.Host.Cli.CommandLine;

internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes: 0 done, nothing found; 1 something was found, or the command failed;
                    2 wrong options or a missing file; 78 a setting is missing or wrong; 130 stopped by Ctrl-C.
        With --json exactly one JSON document goes to standard output, {"error":"…"} where it failed;
        messages and progress go to standard error.
        """;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ToolCommand command)
        {
            output.WriteLine("Examples:\n  " + command.Examples.ReplaceLineEndings("\n  ") + "\n");
        }

        output.WriteLine(ExitCodes);
        return code;
    }
}
