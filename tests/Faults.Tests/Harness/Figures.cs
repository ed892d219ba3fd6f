namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>What a scenario came to: the same first figures for every one of them.</summary>
/// <param name="Acked">Interactions acknowledged with 200.</param>
/// <param name="Lost">Those that the inbox does not know, or that owe a task and have none.</param>
/// <param name="Dup">Tasks beyond the first of an interaction that do not say that they may be duplicates.</param>
/// <param name="Marked">Those that do.</param>
/// <param name="Unconfirmed">Creations left for a person to confirm.</param>
/// <param name="Parked">Follow-ups left for a person to look at.</param>
/// <param name="Wrong">Tasks nobody owes, or of another priority than is owed.</param>
/// <param name="Renotified">Notifications beyond the first of a task.</param>
internal sealed record Figures(int Acked, int Lost, int Dup, int Marked, int Unconfirmed, int Parked, int Wrong, int Renotified)
{
    /// <summary>What nothing at all went wrong looks like.</summary>
    public static Figures Clean(int acked) => new(acked, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Whether a promise is broken.</summary>
    public bool Violated => Lost + Dup + Wrong + Renotified > 0;

    public override string ToString() =>
        $"acked={Acked} lost={Lost} dup={Dup} unconfirmed={Unconfirmed} marked={Marked} parked={Parked} wrong={Wrong} renotified={Renotified}";
}
