namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>What scripts are told. The same as the host's where both have one.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing found that needs a person.</summary>
    public const int Ok = 0;

    /// <summary>Something was found, or it failed.</summary>
    public const int Findings = 1;

    /// <summary>What was asked for makes no sense: a wrong option, a file that is not there.</summary>
    public const int Usage = 2;

    /// <summary>A setting is missing or wrong (sysexits: EX_CONFIG).</summary>
    public const int WrongSetting = 78;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Stopped = 130;
}
