namespace CxoneAssist.Host.Sandbox.Running;

/// <summary>A run that cannot go on, with a sentence for whoever started it.</summary>
internal class RunFailure(string message, int exitCode = RunFailure.Failed) : Exception(message)
{
    /// <summary>The exit code where something went wrong or did not agree.</summary>
    public const int Failed = 1;

    /// <summary>The exit code where what was asked for makes no sense.</summary>
    public const int WrongOptions = 2;

    /// <summary>The exit code after Ctrl-C.</summary>
    public const int Stopped = 130;

    public int ExitCode => exitCode;
}
