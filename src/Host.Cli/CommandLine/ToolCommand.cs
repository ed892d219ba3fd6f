using System.CommandLine;

namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>
/// A command with examples, whose result is a page or, with <c>--json</c>, a document.
/// </summary>
internal sealed class ToolCommand(string name, string description, string examples) : Command(name, description)
{
    // Longer than any command takes that only reads or writes.
    private static readonly TimeSpan UsualStopTime = TimeSpan.FromSeconds(10);

    /// <summary>Examples for the end of the help.</summary>
    public string Examples => examples;

    /// <summary>How long the command may take to end after Ctrl-C. Default 10 seconds.</summary>
    public TimeSpan StopTime { get; init; } = UsualStopTime;

    /// <summary>
    /// Sets the action of a command that shows progress while it runs, and so has no document.
    /// </summary>
    public void SetHandler(Func<ParseResult, CancellationToken, Task<int>> run) =>
        SetAction(async (parsed, cancellationToken) =>
        {
            await Task.Yield();
            return parsed.GetValue(ToolCommandLine.Json)
                ? throw new CommandFailure(
                    $"{Name} does not answer with --json: it shows its progress while it runs.", ExitCode.Usage)
                : await run(parsed, cancellationToken);
        });

    /// <summary>Sets the action of a command that returns a result.</summary>
    public void SetHandler(CommandContext context, Func<ParseResult, CancellationToken, Task<CommandResult>> run) =>
        SetAction(async (parsed, cancellationToken) =>
        {
            // Ctrl-C is handled only after an action has awaited for the first time.
            await Task.Yield();
            var answer = await run(parsed, cancellationToken);
            if (parsed.GetValue(ToolCommandLine.Json))
            {
                await JsonDocuments.WriteAsync(context.Output, answer.Write);
            }
            else
            {
                answer.Show(context.OpenOutput());
            }

            return answer.Code;
        });

    /// <summary>Adds options and arguments.</summary>
    public ToolCommand With(params ReadOnlySpan<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            switch (symbol)
            {
                case Option option:
                    Options.Add(option);
                    break;
                case Argument argument:
                    Arguments.Add(argument);
                    break;
                case Command command:
                    Subcommands.Add(command);
                    break;
            }
        }

        return this;
    }
}
