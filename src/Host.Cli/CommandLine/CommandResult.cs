using System.Text.Json;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>
/// The result of a command: a page for people, and one document for programs. Commands write
/// nothing else to standard output.
/// </summary>
internal abstract class CommandResult
{
    public virtual int Code => ExitCode.Ok;

    public abstract void Show(Terminal terminal);

    public abstract void Write(Utf8JsonWriter json);
}
