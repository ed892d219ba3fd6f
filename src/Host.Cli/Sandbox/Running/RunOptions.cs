using CxoneAssist.Host.Cli.Sandbox.Service;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>The options of a run.</summary>
internal sealed record RunOptions
{
    /// <summary>How many interactions to generate.</summary>
    public int Interactions { get; init; }

    /// <summary>The file to read the surveys from instead.</summary>
    public string? SurveyFile { get; init; }

    /// <summary>The faults of CXone.</summary>
    public required FaultLevel Faults { get; init; }

    /// <summary>The seed of the surveys, the repeats and the faults.</summary>
    public int Seed { get; init; }

    /// <summary>Whether everything keeps running afterwards.</summary>
    public bool Stay { get; init; }

    /// <summary>The service under test.</summary>
    public required ServiceProgram Service { get; init; }
}
