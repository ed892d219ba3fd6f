using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Checking;
using CxoneAssist.Host.Cli.Inbox;
using CxoneAssist.Host.Cli.Policies;
using CxoneAssist.Host.Cli.Sandbox.Commands;
using CxoneAssist.Host.Cli.Serve;
using CxoneAssist.Infrastructure.Inbox;

namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>Parses the command line and runs the command.</summary>
internal static class ToolCommandLine
{
    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Write one JSON document to standard output and nothing else.",
        Recursive = true,
    };

    private const string Examples = """
        cxone-assist sandbox
        cxone-assist policy lint policy.json
        cxone-assist policy explain policy.json --score 2.5 --at 2026-12-23T16:40+01:00
        cxone-assist policy backtest policy.json --input surveys.csv --report report.html
        cxone-assist inbox list --state parked
        cxone-assist check
        cxone-assist serve
        """;

    /// <summary>Runs the command.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, CommandContext context)
    {
        if (ServeCommand.IsMeant(args))
        {
            return await ServeCommand.RunAsync(args);
        }

        var parsed = Root(context).Parse(args is [] ? ["--help"] : args);
        var json = AsksForJson(parsed, args);
        if (parsed.Action is ParseErrorAction)
        {
            return await FailAsync(context, json, Wrong(parsed), ExitCode.Usage);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = (parsed.CommandResult.Command as ToolCommand)?.StopTime,
                Output = context.Output,
                Error = context.Error,
            });
        }
        catch (Exception exception)
        {
            var (message, code) = Explain(exception) ?? Unforeseen(exception);
            return await FailAsync(context, json, message, code);
        }
    }

    // Not a RootCommand: it takes the name of its file, and users know the tool by another name.
    private static ToolCommand Root(CommandContext context)
    {
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return new ToolCommand(
            "cxone-assist", "Runs CxoneAssist, tries it out, and does what operators and owners of policies need.",
            Examples)
            .With(help, new VersionOption { Action = new ShowVersion() }, Json)
            .With(SandboxCommand.Create(context), ServeCommand.Create(), CheckCommand.Create(context))
            .With(PolicyCommand.Create(context), InboxCommand.Create(context));
    }

    private static string Wrong(ParseResult parsed) =>
        string.Join('\n', parsed.Errors.Select(error => error.Message).Concat(Meant(parsed)).Distinct()) + "\nSee --help.";

    // Of the commands and options that can stand there.
    private static IEnumerable<string> Meant(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        List<string> known = [.. command.Subcommands.Select(one => one.Name), .. command.Options.Select(one => one.Name), Json.Name, "--help", "--version"];
        return parsed.UnmatchedTokens.Select(token => NearestName.Find(token, known)).OfType<string>().Select(name => $"Did you mean {name}?");
    }

    private static (string Message, int Code)? Explain(Exception exception) => exception switch
    {
        CommandFailure failure => (failure.Message, failure.Code),
        OperationCanceledException => ("Stopped.", ExitCode.Stopped),
        InboxStartException { MayPass: true } => (exception.Message, ExitCode.Findings),
        InboxStartException => (exception.Message, ExitCode.WrongSetting),
        InboxUnavailableException { InnerException: null } => (exception.Message, ExitCode.Findings),
        InboxUnavailableException => (exception.Message + " Try again in a moment.", ExitCode.Findings),
        _ when Web.Startup.HostRunner.Explain(exception) is { } explanation => (explanation, ExitCode.WrongSetting),
        IOException or UnauthorizedAccessException => (exception.Message, ExitCode.Findings),
        _ => null,
    };

    // The exception's message may quote a secret or a customer.
    private static (string Message, int Code) Unforeseen(Exception exception) => (
        $"Unexpected error ({exception.GetType().Name}). This is a bug in cxone-assist; please report it with the "
            + "command that you ran.",
        ExitCode.Findings);

    // Where the line as a whole is not valid, its options may not have been parsed.
    private static bool AsksForJson(ParseResult parsed, string[] args)
    {
        try
        {
            return parsed.GetValue(Json) || args.Contains(Json.Name);
        }
        catch (InvalidOperationException)
        {
            return args.Any(arg => arg.StartsWith(Json.Name, StringComparison.Ordinal));
        }
    }

    private static async Task<int> FailAsync(CommandContext context, bool json, string message, int code)
    {
        await context.Error.WriteLineAsync(message);
        if (json)
        {
            await JsonDocuments.WriteErrorAsync(context.Output, message);
        }

        return code;
    }
}
