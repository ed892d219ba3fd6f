using CxoneAssist.Sandbox;

namespace CxoneAssist.Host.Sandbox.Running;

/// <summary>How much goes wrong in CXone, and what the host is told so that a run takes a minute and not an afternoon.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Faults">What goes wrong.</param>
/// <param name="HostSettings">The host's settings that differ from its defaults.</param>
internal sealed record FaultLevel(string Name, SandboxFaults Faults, IReadOnlyDictionary<string, string> HostSettings)
{
    public static readonly FaultLevel None = new("none", SandboxFaults.None, new Dictionary<string, string>());

    public static readonly FaultLevel Mild = new("mild", SandboxFaults.Mild, LookingUpAfter("00:00:01"));

    // Searches lag by two seconds: the last look-up, at three times this, has to come after that.
    public static readonly FaultLevel Harsh = new("harsh", SandboxFaults.Harsh, LookingUpAfter("00:00:01.500"));

    public static readonly IReadOnlyList<FaultLevel> All = [None, Mild, Harsh];

    private static Dictionary<string, string> LookingUpAfter(string delay) => new() { ["CxoneAssist__FollowUp__LookUpDelay"] = delay };
}
