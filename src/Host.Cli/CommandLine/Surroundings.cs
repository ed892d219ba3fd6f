using System.Text;
using CxoneAssist.Host.Cli.Showing;

namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>What a command has around it.</summary>
/// <param name="Output">Where answers go.</param>
/// <param name="Error">Where messages and progress go.</param>
/// <param name="Input">Opens standard input.</param>
/// <param name="Time">The clock.</param>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, Func<Stream> Input, TimeProvider Time)
{
    /// <summary>Whether answers may be coloured.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether progress may move.</summary>
    public bool ErrorIsTerminal { get; init; }

    public static Surroundings OfProcess()
    {
        // Without a byte order mark: it would stand before the first brace of a JSON document.
        Console.OutputEncoding = new UTF8Encoding(false);
        return new(Console.Out, Console.Error, Console.OpenStandardInput, TimeProvider.System)
        {
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
        };
    }

    public Terminal OpenOutput() => new(Output, !OutputIsTerminal);

    public Terminal OpenError() => new(Error, !ErrorIsTerminal);
}
