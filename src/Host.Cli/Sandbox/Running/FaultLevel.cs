using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>How much goes wrong in CXone, and what the host is told so that a run takes a minute and not an afternoon.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Faults">What goes wrong.</param>
/// <param name="ServiceSettings">The host's settings that differ from its defaults.</param>
internal sealed record FaultLevel(string Name, SimulatorFaults Faults, IReadOnlyDictionary<string, string> ServiceSettings)
{
    private const string LookUpDelay = "CxoneAssist__FollowUp__LookUpDelay";
    private const string CreateTimeout = "CxoneAssist__Cxone__CreateTimeout";

    public static readonly FaultLevel None = new("none", SimulatorFaults.None, new Dictionary<string, string>());

    public static readonly FaultLevel Mild = new("mild", SimulatorFaults.Mild, new Dictionary<string, string> { [LookUpDelay] = "00:00:01" });

    // The last look-up comes three delays after the call was begun, which may have waited five seconds for its turn: it must still come
    // later than the two seconds that searches lag. Slow answers, which take two seconds, are not waited for.
    public static readonly FaultLevel Harsh = new(
        "harsh", SimulatorFaults.Harsh, new Dictionary<string, string> { [LookUpDelay] = "00:00:03", [CreateTimeout] = "00:00:01" });

    public static readonly IReadOnlyList<FaultLevel> All = [None, Mild, Harsh];
}
