using System.Text;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>The streams and the clock of a command.</summary>
/// <param name="Output">The stream for results.</param>
/// <param name="Error">The stream for messages and progress.</param>
/// <param name="Input">Opens standard input.</param>
/// <param name="Time">The clock.</param>
internal sealed record CommandContext(TextWriter Output, TextWriter Error, Func<Stream> Input, TimeProvider Time)
{
    /// <summary>Whether results may be coloured.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether progress may be animated.</summary>
    public bool ErrorIsTerminal { get; init; }

    public static CommandContext ForProcess()
    {
        // Without a byte order mark: it would precede the first brace of a JSON document.
        System.Console.OutputEncoding = new UTF8Encoding(false);
        return new(System.Console.Out, System.Console.Error, System.Console.OpenStandardInput, TimeProvider.System)
        {
            OutputIsTerminal = !System.Console.IsOutputRedirected,
            ErrorIsTerminal = !System.Console.IsErrorRedirected,
        };
    }

    public Terminal OpenOutput() => new(Output, !OutputIsTerminal);

    public Terminal OpenError() => new(Error, !ErrorIsTerminal);
}
