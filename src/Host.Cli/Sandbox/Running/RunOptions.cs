using CxoneAssist.Host.Cli.Sandbox.Service;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>The options of a run.</summary>
internal sealed record RunOptions
{
    /// <summary>How many interactions to generate.</summary>
    public int Interactions { get; init; }

    /// <summary>The file to read the surveys from instead.</summary>
    public string? SurveyFile { get; init; }

    /// <summary>The policy's file, where the command line names one.</summary>
    public string? PolicyFile { get; init; }

    /// <summary>The host's settings in the caller's environment and files: only those of policies are used.</summary>
    public required Func<string, string?> Settings { get; init; }

    /// <summary>The faults of CXone.</summary>
    public required FaultLevel Faults { get; init; }

    /// <summary>The seed of the surveys, the repeats and the faults.</summary>
    public int Seed { get; init; }

    /// <summary>Whether everything keeps running afterwards.</summary>
    public bool Stay { get; init; }

    /// <summary>The service under test.</summary>
    public required ServiceProgram Service { get; init; }
}
