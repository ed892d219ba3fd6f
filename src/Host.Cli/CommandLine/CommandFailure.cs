namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>Ends a command with an error message for the user.</summary>
internal sealed class CommandFailure(string message, int exitCode = ExitCode.Findings) : Exception(message)
{
    public int Code => exitCode;
}
