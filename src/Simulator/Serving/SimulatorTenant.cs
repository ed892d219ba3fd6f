using CxoneAssist.Simulator.Faults;
using CxoneAssist.Simulator.Tokens;

namespace CxoneAssist.Simulator.Serving;

/// <summary>The whole state of one simulator.</summary>
internal sealed class SimulatorTenant(CxoneSimulatorOptions options)
{
    private readonly FaultDice _dice = new(options.Seed);
    private volatile SimulatorFaults _faults = options.Faults;

    public CxoneSimulatorOptions Options => options;

    public TimeProvider Time => options.TimeProvider;

    public SimulatorForms Forms { get; } = new(options.TimeProvider, options.ScoreField, options.DefaultScore);

    public SimulatorLedger Ledger { get; } = new();

    public IssuedTokens Tokens { get; } = new();

    public SimulatorFaults Faults
    {
        get => _faults;
        set => _faults = value;
    }

    /// <summary>Draws a fault and records it when it occurs.</summary>
    public bool Meets(SimulatorFault fault, double probability)
    {
        if (!_dice.Hits(fault, probability))
        {
            return false;
        }

        Ledger.Happened(fault);
        return true;
    }

    /// <summary>Decides by the id alone whether it has a fault, the same each time, and records that.</summary>
    public bool Has(SimulatorFault fault, string? id, double share)
    {
        if (share <= 0 || StableShare.Compute(options.Seed, id) >= share)
        {
            return false;
        }

        Ledger.Happened(fault);
        return true;
    }
}
