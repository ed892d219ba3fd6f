namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>The exit codes of the tool; those that the host has too are the same.</summary>
internal static class ExitCode
{
    /// <summary>Done, without a finding that needs a person.</summary>
    public const int Ok = 0;

    /// <summary>Done with findings, or failed.</summary>
    public const int Findings = 1;

    /// <summary>The command line is not valid: a wrong option, a missing file.</summary>
    public const int Usage = 2;

    /// <summary>A setting is missing or wrong (sysexits: EX_CONFIG).</summary>
    public const int WrongSetting = 78;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Stopped = 130;
}
