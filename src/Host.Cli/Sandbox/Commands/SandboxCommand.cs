using System.CommandLine;
using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Sandbox.Commands;

/// <summary>
/// The command <c>sandbox</c>: the whole product on one machine, in front of a simulator of CXone.
/// </summary>
internal static class SandboxCommand
{
    private const string Description =
        "Plays customer surveys to the real service in front of a simulator of CXone, and checks the results.";

    private const string Examples = """
        cxone-assist sandbox
        cxone-assist sandbox --policy policy.json
        cxone-assist sandbox --surveys surveys.csv
        cxone-assist sandbox --interactions 10000 --faults harsh
        cxone-assist sandbox --stay
        cxone-assist sandbox cxone --port 9000 --latency 200ms
        """;

    public static Command Create(CommandContext context)
    {
        var run = new RunCommand(context);
        return run.Create("sandbox", Description, Examples).With(
            run.Create(
                "run", "The same by its full name: sandbox run.",
                "cxone-assist sandbox run --interactions 10000 --faults harsh"),
            CxoneCommand.Create(context));
    }
}
