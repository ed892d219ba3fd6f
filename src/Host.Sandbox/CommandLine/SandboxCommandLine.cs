using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CxoneAssist.Host.Sandbox.Running;

namespace CxoneAssist.Host.Sandbox.CommandLine;

/// <summary>Reads the command line and runs what it asks for.</summary>
internal static class SandboxCommandLine
{
    // Longer than a host may take to stop.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(30);

    /// <summary>Runs.</summary>
    /// <returns>0: agreed; 1: not, or it failed; 2: wrong options; 130: stopped by Ctrl-C.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Plays customer surveys to the real CxoneAssist host in front of a CXone look-alike, and checks what comes of it.");
        _ = new RunCommand(root);
        root.Subcommands.Add(CxoneCommand.Create());
        AddExamples(root);
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', parsed.Errors.Select(error => error.Message)) + "\nSee --help.");
            return RunFailure.WrongOptions;
        }

        return await InvokeAsync(parsed);
    }

    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopTime });
        }
        catch (RunFailure failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return failure.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return RunFailure.Stopped;
        }
    }

    private static void AddExamples(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }
}
