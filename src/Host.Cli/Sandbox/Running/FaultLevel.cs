using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>
/// A set of faults in CXone, with host settings that keep a run at a minute instead of hours.
/// </summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Faults">The faults.</param>
/// <param name="ServiceSettings">The host's settings that differ from the defaults.</param>
internal sealed record FaultLevel(
    string Name, SimulatorFaults Faults, IReadOnlyDictionary<string, string> ServiceSettings)
{
    private const string LookUpDelay = "CxoneAssist__FollowUp__LookUpDelay";
    private const string CreateTimeout = "CxoneAssist__Cxone__CreateTimeout";

    public static readonly FaultLevel None = new("none", SimulatorFaults.None, new Dictionary<string, string>());

    public static readonly FaultLevel Mild =
        new("mild", SimulatorFaults.Mild, new Dictionary<string, string> { [LookUpDelay] = "00:00:01" });

    // The last look-up comes three delays after the start of the call, which may have waited five
    // seconds for its permit. It must still come later than the search lag of two seconds. Slow
    // answers take two seconds, so the host times them out.
    public static readonly FaultLevel Harsh = new(
        "harsh", SimulatorFaults.Harsh,
        new Dictionary<string, string> { [LookUpDelay] = "00:00:03", [CreateTimeout] = "00:00:01" });

    public static readonly IReadOnlyList<FaultLevel> All = [None, Mild, Harsh];
}
