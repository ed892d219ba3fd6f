using System.Collections.Concurrent;
using CxoneAssist.Simulator.Faults;

namespace CxoneAssist.Simulator.Forms;

/// <summary>
/// Decides which forms are late as a fault. The id decides, not the order of calls, so that a run
/// with many hosts is repeatable.
/// </summary>
internal sealed class LateForms(int seed)
{
    private readonly ConcurrentDictionary<string, int> _asks = new(StringComparer.Ordinal);

    public bool StillLate(string interactionId, SimulatorFaults faults) =>
        faults.LateForm > 0
        && StableShare.Compute(seed, interactionId) < faults.LateForm
        && _asks.AddOrUpdate(interactionId, 1, static (_, asks) => asks + 1) <= faults.LateFormAsks;
}
