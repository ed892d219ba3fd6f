namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>A command that cannot go on, with a sentence for whoever started it.</summary>
internal sealed class CommandFailure(string message, int exitCode = ExitCode.Findings) : Exception(message)
{
    public int Code => exitCode;
}
