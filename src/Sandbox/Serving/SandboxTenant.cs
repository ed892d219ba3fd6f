using CxoneAssist.Sandbox.Faults;
using CxoneAssist.Sandbox.Tokens;

namespace CxoneAssist.Sandbox.Serving;

/// <summary>Everything one look-alike knows.</summary>
internal sealed class SandboxTenant(CxoneSandboxOptions options)
{
    private readonly FaultDice _dice = new(options.Seed);
    private volatile SandboxFaults _faults = options.Faults;

    public CxoneSandboxOptions Options => options;

    public TimeProvider Time => options.TimeProvider;

    public SandboxForms Forms { get; } = new(options.TimeProvider, options.DefaultScore);

    public SandboxLedger Ledger { get; } = new();

    public IssuedTokens Tokens { get; } = new();

    public SandboxFaults Faults
    {
        get => _faults;
        set => _faults = value;
    }

    /// <summary>Rolls for a fault and records it when it hits.</summary>
    public bool Meets(SandboxFault fault, double probability)
    {
        if (!_dice.Hits(fault, probability))
        {
            return false;
        }

        Ledger.Happened(fault);
        return true;
    }
}
